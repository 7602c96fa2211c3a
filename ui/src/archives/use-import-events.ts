import { queryClient, useCommand } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

/** Imports events from a file, or asks for one where there is no path. It goes on as a job in the footer. */
export function useImportEvents(): (path: string | null) => void {
  const { mutate } = useCommand('archive_import', {
    onDone: () => void queryClient.invalidateQueries({ queryKey: ['jobs_list'] }),
  });
  return (path) =>
    mutate({ path }, { onError: (problem) => (problem.code === 'cancelled' ? null : showProblem(problem)) });
}
