import type { DoctorHelp, DoctorLine, Examination, Problem } from '../backend/index.ts';
import { integrationStep, reachStep, type AccessStep } from './steps/index.ts';

/** How a step is. */
export type StepState =
  | { state: 'done'; by: 'hand' }
  | { state: 'done'; by: 'check'; found: string }
  | { state: 'checking' }
  | { state: 'failed'; problem: Problem; help: DoctorHelp | null; shownAt: string | null }
  | { state: 'open'; note: string };

/** What is known beside the steps. */
export interface Known {
  ticked: readonly string[];
  /** The name of the integration; none before there is one. */
  integration: string | null;
  examination: Examination | undefined;
}

/** How each step is. A failure is shown where it is mended, and later steps refer to that. */
export function statesOf(steps: readonly AccessStep[], known: Known): Map<string, StepState> {
  const lines = known.examination?.groups.flatMap((group) => group.lines) ?? [];
  const shownAt = new Map<string, string>();
  return new Map(steps.map((step) => [step.id, stateOf(step, lines, known, shownAt)]));
}

function stateOf(step: AccessStep, all: DoctorLine[], known: Known, shownAt: Map<string, string>): StepState {
  const own = (step.lines ?? []).flatMap((id) => all.find((line) => line.id === id) ?? []);
  if (known.examination?.running && own.some(isUnderWay)) return { state: 'checking' };

  for (const { id, outcome } of own) {
    if (outcome.state !== 'failed' || !isMendedIn(step, outcome.problem, all)) continue;
    const elsewhere = shownAt.get(id) ?? null;
    if (elsewhere === null) shownAt.set(id, step.title);
    return { state: 'failed', problem: outcome.problem, help: outcome.help, shownAt: elsewhere };
  }

  const [first] = own;
  if (first?.outcome.state === 'passed' && own.every(speaksNotAgainst)) {
    return { state: 'done', by: 'check', found: foundBy(step, first.outcome.detail, known) };
  }
  if (step.id === integrationStep && known.integration !== null) {
    return { state: 'done', by: 'check', found: known.integration };
  }
  if (known.ticked.includes(step.id) && !step.onlyByCheck) return { state: 'done', by: 'hand' };
  return { state: 'open', note: first?.outcome.state === 'notApplicable' ? first.outcome.reason : '' };
}

function foundBy(step: AccessStep, detail: string, known: Known): string {
  if (step.id === integrationStep) return known.integration ?? detail;
  return step.told ?? (detail || 'It works');
}

function isUnderWay({ outcome }: DoctorLine): boolean {
  return outcome.state === 'waiting' || outcome.state === 'running';
}

function speaksNotAgainst({ outcome }: DoctorLine): boolean {
  return outcome.state === 'passed' || outcome.state === 'notApplicable';
}

function isMendedIn(step: AccessStep, problem: Problem, all: DoctorLine[]): boolean {
  // Without a way to Adobe nothing can be said of the rest.
  if (problem.code === 'unreachable' && step.id !== reachStep && all.some(isNotReached)) return false;
  return step.mends?.includes(problem.code) ?? true;
}

function isNotReached({ id, outcome }: DoctorLine): boolean {
  return id.startsWith('reach') && outcome.state === 'failed';
}
