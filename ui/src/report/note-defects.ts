import { backend } from '../backend/index.ts';

/** A page that fails without end shall not fill the log. */
let left = 20;

/** Notes in the log what the page did not expect; a problem that the backend told is there already. */
export function noteDefect(error: unknown): void {
  if (!(error instanceof Error) || left === 0) return;
  left -= 1;
  const message = `${error.name}: ${error.message}\n${error.stack ?? ''}`;
  // When not even this can be told, nobody is there to tell.
  backend.call('page_defect', { message }).catch(() => undefined);
}

/** Notes what nobody caught. */
export function noteUncaughtDefects(): void {
  addEventListener('error', ({ error }) => noteDefect(error));
  addEventListener('unhandledrejection', ({ reason }) => noteDefect(reason));
}
