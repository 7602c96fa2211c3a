import { backend, type Problem } from '../backend/index.ts';
import { openReport } from '../report/open-report.ts';
import { toast } from '../toasts/index.ts';

/** An error of something that has no place of its own on the screen. It stays until it is closed. */
export function showProblem(problem: Problem): void {
  const { code, detail } = problem;
  const copyDetails = detail
    ? { label: 'Copy details', run: () => void backend.call('copy_text', { text: detail }), stays: true }
    : undefined;
  const action = code === 'internal' ? { label: 'Report a problem…', run: openReport, stays: true } : copyDetails;
  toast('negative', `${problem.title}. ${problem.message} ${problem.nextStep}`, { ...(action && { action }) });
}

export function showDone(text: string): void {
  toast('positive', text, { forMs: 5000 });
}
