import { useCommand } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';

/** Saves the certificate of an integration where the user says. */
export function useSaveCertificate(integration: string): () => void {
  const { mutate } = useCommand('certificate_save', { onDone: ({ path }) => showDone(`Saved as ${path}.`) });
  return () => mutate({ integration }, { onError: (problem) => problem.code !== 'cancelled' && showProblem(problem) });
}
