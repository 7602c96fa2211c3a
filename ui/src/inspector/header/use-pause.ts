import { asProblem, backend, keepViewStatus, type ViewStatus } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';

/** Pauses a view, or resumes it. */
export function usePause({ view, paused }: ViewStatus): () => void {
  return () => {
    backend.call(paused ? 'view_resume' : 'view_pause', { view }).then(
      (answer) => keepViewStatus(answer),
      (error: unknown) => showProblem(asProblem(error)),
    );
  };
}
