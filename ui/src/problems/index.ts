export { copyText } from './copy.ts';
export { ProblemBoundary } from './ProblemBoundary.tsx';
export { ProblemView } from './ProblemView.tsx';
export { showDone, showProblem } from './toast.ts';
