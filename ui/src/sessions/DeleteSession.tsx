import { AlertDialog } from '@react-spectrum/s2/AlertDialog';

interface Props {
  name: string;
  onDelete: () => void;
}

/** Asks before a session is gone for everybody. */
export function DeleteSession({ name, onDelete }: Props) {
  return (
    <AlertDialog
      variant="destructive"
      title={`Delete ${name}`}
      primaryActionLabel="Delete"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={onDelete}
    >
      The session “{name}” and its events are deleted at Adobe, for everybody in your organization. This cannot be
      undone.
    </AlertDialog>
  );
}
