import { ToastQueue } from '@react-spectrum/s2/Toast';
import { backend, type Problem } from '../backend/index.ts';
import { openReport } from '../report/open-report.ts';

/** An error of something that has no place of its own on the screen. It stays until it is closed. */
export function showProblem(problem: Problem): void {
  const { code, detail } = problem;
  ToastQueue.negative(`${problem.title}. ${problem.message} ${problem.nextStep}`, {
    ...(code === 'internal'
      ? { actionLabel: 'Report a problem…', onAction: openReport }
      : detail && { actionLabel: 'Copy details', onAction: () => void backend.call('copy_text', { text: detail }) }),
  });
}

export function showDone(text: string): void {
  ToastQueue.positive(text, { timeout: 5000 });
}
