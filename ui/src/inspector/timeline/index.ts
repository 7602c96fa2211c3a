export { useTellShownTimes } from './use-tell-shown-times.ts';
export { Timeline } from './Timeline.tsx';
