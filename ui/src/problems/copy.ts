import { asProblem, backend } from '../backend/index.ts';
import { showDone, showProblem } from './toast.ts';

/** Puts a text that is not a secret on the clipboard, and says so. */
export async function copyText(text: string, said = 'Copied.'): Promise<void> {
  try {
    await backend.call('copy_text', { text });
    showDone(said);
  } catch (error) {
    showProblem(asProblem(error));
  }
}
