export { JobsInFooter } from './JobsInFooter.tsx';
export { useJobToasts } from './use-job-toasts.ts';
