import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { useOpenViews } from '../app/open-views.ts';
import { go, usePath } from '../app/route.ts';
import { queryClient, useCommand, type IntegrationRow } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';
import { dependents } from './dependents.ts';

/** Asks before an integration is deleted, by its name, and names what depends on it. */
export function DeleteIntegration({ row }: { row: IntegrationRow }) {
  const here = usePath();
  const open = useOpenViews().filter((view) => view.integration === row.id);
  const { mutate } = useCommand('integration_delete', {
    onDone: () => {
      showDone(`${row.name} is deleted.`);
      if (here !== '/' && here.includes(encodeURIComponent(row.id))) go('/integrations');
      void queryClient.invalidateQueries({ queryKey: ['integrations_list'] });
    },
  });
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${row.name}?`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      onPrimaryAction={() => mutate({ integration: row.id }, { onError: showProblem })}
    >
      {dependents(
        row,
        open.map(({ name }) => name),
      ).join(' ')}
    </AlertDialog>
  );
}
