import { inAdminConsole } from './admin-console.ts';
import { beforeYouStart } from './before-you-start.ts';
import { check } from './check.ts';
import { inDeveloperConsole } from './developer-console.ts';
import { here } from './here.ts';
import type { Aim, Phase } from './access-step.ts';

export type { AccessStep, Aim, Goal, Phase, Who } from './access-step.ts';
export { integrationStep, reachStep } from './here.ts';

/** The steps that apply, in order. */
export function phasesFor(aim: Aim): Phase[] {
  return [beforeYouStart, inAdminConsole(aim), inDeveloperConsole(aim), here(aim), check(aim)];
}
