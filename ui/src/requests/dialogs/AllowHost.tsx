import { AlertDialog } from '@react-spectrum/s2/AlertDialog';
import { useShelfCommand } from '../use-shelf.ts';

/** Asks before a host gets the access token. */
export function AllowHost({ host }: { host: string }) {
  const allow = useShelfCommand('host_allow');
  return (
    <AlertDialog
      variant="warning"
      title={`Send the access token to ${host}?`}
      primaryActionLabel="Allow"
      cancelLabel="Cancel"
      autoFocusButton="cancel"
      onPrimaryAction={() => allow({ host, allowed: true })}
    >
      {`Whoever runs ${host} can then act as the integration until the token expires. Allow only a host of your own or of Adobe's. You can take it back under More.`}
    </AlertDialog>
  );
}
