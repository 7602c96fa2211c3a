import type { StepState } from './step-state.ts';

/** How many steps are in a state. */
export function countOf(states: ReadonlyMap<string, StepState>, wanted: StepState['state']): number {
  return [...states.values()].filter(({ state }) => state === wanted).length;
}

/** How far it is: "9 of 14 done". */
export function progressInWords(states: ReadonlyMap<string, StepState>): string {
  return `${countOf(states, 'done')} of ${states.size} done`;
}
