import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Button } from '@react-spectrum/s2/Button';
import { useCommand, type OfferedUpdate, type UpdateState } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { useUpdateCommand } from './use-update-command.ts';

interface Props {
  state: UpdateState;
  update: OfferedUpdate;
  /** Puts it off, where it can be put off. */
  onLater: (() => void) | null;
}

/** What can be done with a newer version. Nothing of it is done without a press. */
export function UpdateActions({ state, update, onLater }: Props) {
  const { version } = update;
  const download = useUpdateCommand('updates_download');
  const skip = useUpdateCommand('updates_skip');
  const stop = useUpdateCommand('updates_stop');
  const install = useUpdateCommand('updates_install');
  const page = useCommand('updates_page');
  const failing = { onError: showProblem };

  if (state.state === 'downloading') {
    return (
      <ActionButton size="S" onPress={() => stop.mutate(null, failing)}>
        Cancel
      </ActionButton>
    );
  }
  const later = onLater ? (
    <ActionButton isQuiet size="S" onPress={onLater}>
      Later
    </ActionButton>
  ) : null;
  if (state.state === 'ready') {
    return (
      <>
        <Button size="S" isPending={install.isPending} onPress={() => install.mutate({ version }, failing)}>
          Install and restart
        </Button>
        {later}
      </>
    );
  }
  return (
    <>
      {update.way === 'itself' ? (
        <Button size="S" variant="secondary" onPress={() => download.mutate({ version }, failing)}>
          Download…
        </Button>
      ) : null}
      {update.way === 'page' ? (
        <Button size="S" variant="secondary" onPress={() => page.mutate(null, failing)}>
          Open the download page
        </Button>
      ) : null}
      {update.skipped ? null : (
        <ActionButton isQuiet size="S" onPress={() => skip.mutate({ version }, failing)}>
          Skip this version
        </ActionButton>
      )}
      {later}
    </>
  );
}
