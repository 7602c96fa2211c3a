import type { UpdateState } from '../backend/index.ts';
import { QuietNote } from '../frame/QuietNote.tsx';
import { ProblemView } from '../problems/index.ts';
import { UpdateActions } from './UpdateActions.tsx';
import { UpdateNotes } from './UpdateNotes.tsx';
import { UpdateProgress } from './UpdateProgress.tsx';
import { publishedInWords, titleOf, updateOf, wayInWords } from './update-words.ts';

interface Props {
  state: UpdateState;
  /** Puts it off, where it can be put off. */
  onLater: (() => void) | null;
}

/** A newer version: quiet, whatever it says of itself. */
export function UpdateOffer({ state, onLater }: Props) {
  const update = updateOf(state);
  if (!update) return null;
  const words = [publishedInWords(update), update.skipped ? 'You chose to skip it.' : null, wayInWords(state)];
  return (
    <QuietNote
      title={titleOf(state)}
      actions={<UpdateActions state={state} update={update} onLater={state.state === 'downloading' ? null : onLater} />}
    >
      <span>{words.filter(Boolean).join(' ')}</span>
      {state.state === 'downloading' ? <UpdateProgress received={state.received} size={state.size} /> : null}
      <UpdateNotes notes={update.notes} />
      {state.state === 'offered' && state.problem ? <ProblemView problem={state.problem} /> : null}
    </QuietNote>
  );
}
