import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { QuietNote } from '../frame/QuietNote.tsx';
import { showProblem } from '../problems/index.ts';
import { useUpdateCommand } from './use-update-command.ts';

/** Asks once whether the program may look for newer versions. */
export function UpdatesQuestion({ host, onAnswered }: { host: string; onAnswered: () => void }) {
  const agree = useUpdateCommand('updates_agree');
  const answer = (agreed: boolean) => agree.mutate({ agreed }, { onSuccess: onAnswered, onError: showProblem });
  return (
    <QuietNote
      title="Look for updates when the program starts?"
      actions={
        <>
          <ActionButton size="S" onPress={() => answer(true)}>
            Look for updates
          </ActionButton>
          <ActionButton isQuiet size="S" onPress={() => answer(false)}>
            No, thanks
          </ActionButton>
        </>
      }
    >
      <span>
        {host} would be asked for the newest version, at most once a day. Nothing is downloaded or installed unless you
        say so. You can change this in Settings.
      </span>
    </QuietNote>
  );
}
