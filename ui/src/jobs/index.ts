export { JobsInFooter } from './JobsInFooter.tsx';
export { dismissJob } from './job-commands.ts';
export { useJobToasts } from './use-job-toasts.ts';
