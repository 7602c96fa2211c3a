import { Button } from '@react-spectrum/s2/Button';
import { useState } from 'react';
import { useCommand, type VariableSet } from '../../backend/index.ts';
import { useRequests } from '../requests-context.ts';
import { takeShelf } from '../use-shelf.ts';
import { VariablesDialog } from './VariablesDialog.tsx';

interface Props {
  /** None for a new one. */
  environment: VariableSet | null;
  onChoose: (environment: string | null) => void;
  onClose: () => void;
}

/** Name and variables of an environment; a new one is chosen when it is saved. */
export function EnvironmentVariables({ environment, onChoose, onClose }: Props) {
  const { ask } = useRequests();
  const [set] = useState(() => environment ?? { id: crypto.randomUUID(), name: '', variables: [] });
  const save = useCommand('environment_save', {
    onDone: (shelf, { id }) => {
      takeShelf(shelf);
      onChoose(id);
      onClose();
    },
  });
  return (
    <VariablesDialog
      title={environment ? `Variables of ${environment.name}` : 'New environment'}
      set={set}
      problem={save.error}
      isSaving={save.isPending}
      onSave={(next) => save.mutate(next)}
      onClose={onClose}
    >
      {environment ? (
        <Button variant="negative" fillStyle="outline" onPress={() => ask({ is: 'deleteEnvironment', environment })}>
          Delete…
        </Button>
      ) : null}
    </VariablesDialog>
  );
}
