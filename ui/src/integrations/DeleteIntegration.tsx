import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { go, usePath } from '../app/route.ts';
import { queryClient, useCommand, type IntegrationRow } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';

/** Asks before an integration is deleted, by its name. */
export function DeleteIntegration({ row }: { row: IntegrationRow }) {
  const here = usePath();
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
      {row.kind === 'serviceAccount'
        ? 'Its client secret, private key and certificate are deleted from this computer. '
        : 'Its client secret is deleted from this computer. '}
      Its sessions stay where they are, and nothing changes in Developer Console.
    </AlertDialog>
  );
}
