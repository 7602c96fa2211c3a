import { asProblem, backend } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';

/** Copies an answer, or one value of it; Rust puts it on the clipboard. */
export async function copyAnswer(sent: string, path: string | null): Promise<void> {
  try {
    await backend.call('answer_copy', { sent, path });
    showDone(path === null ? 'Answer copied.' : 'Value copied.');
  } catch (error) {
    showProblem(asProblem(error));
  }
}
