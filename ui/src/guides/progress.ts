import type { Guide, GuideStep } from '../backend/index.ts';

/** Whether a step is the next: it waits for the user, tried before or not. */
export function isNext({ state }: GuideStep): boolean {
  return state.state === 'current' || state.state === 'failed';
}

/** Place of the next step, from 0; none when all are done. */
export function nextStep(guide: Pick<Guide, 'steps'>): number | null {
  const index = guide.steps.findIndex(isNext);
  return index < 0 ? null : index;
}

/** How far a guide is: "step 3 of 6". */
export function progressInWords(guide: Pick<Guide, 'steps'>): string {
  const next = nextStep(guide);
  return next === null ? 'all steps are done' : `step ${next + 1} of ${guide.steps.length}`;
}
