import {
  queryClient,
  useCommand,
  type CollectionSource,
  type ImportedCollections,
  type Problem,
} from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';
import { useRequests } from './requests-context.ts';

interface Import {
  bring: (source: CollectionSource) => void;
  isReading: boolean;
  problem: Problem | null;
}

/** Reads collections and environments, and tells what came of it; `onDone` is told when something came. */
export function useImport(onDone?: () => void): Import {
  const { ask } = useRequests();
  const { mutate, isPending, error } = useCommand('collection_import', {
    onDone: (imported) => {
      void queryClient.invalidateQueries({ queryKey: ['requests_read'] });
      void queryClient.invalidateQueries({ queryKey: ['request_check'] });
      onDone?.();
      if (imported.leftOut.length > 0 || imported.remarks.length > 0) ask({ is: 'imported', imported });
      else showDone(importedInWords(imported));
    },
  });
  return {
    bring: (source) =>
      mutate(source, {
        onError: (problem) => {
          if (source.from === 'dialog' && problem.code !== 'cancelled') showProblem(problem);
        },
      }),
    isReading: isPending,
    problem: error,
  };
}

/** "Imported 1 collection and 2 environments." */
export function importedInWords({ collections, environments }: ImportedCollections): string {
  const parts = [counted(collections.length, 'collection'), counted(environments.length, 'environment')];
  return `Imported ${parts.filter(Boolean).join(' and ') || 'nothing'}.`;
}

function counted(count: number, thing: string): string {
  if (count === 0) return '';
  return `${count} ${thing}${count === 1 ? '' : 's'}`;
}
