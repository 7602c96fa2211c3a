import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Cloud from '@react-spectrum/s2/icons/Cloud';
import Flag from '@react-spectrum/s2/icons/Flag';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { EventMarks, EventRef } from '../../backend/index.ts';
import { NoteEditor } from './NoteEditor.tsx';
import { useWriting, writeNote } from './note-writing.ts';

interface Props {
  event: EventRef;
  marks: EventMarks;
}

const notes = style({ display: 'flex', flexDirection: 'column', gap: 8, paddingX: 16, paddingTop: 8 });
const note = style({
  font: 'ui',
  margin: 0,
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  maxHeight: 120,
  overflow: 'auto',
});
const line = style({ display: 'flex', gap: 8, alignItems: 'start' });
const ofAdobe = style({ display: 'flex', gap: 4, alignItems: 'center', font: 'ui-sm', color: 'neutral-subdued' });

/** The notes of an event: the one that is kept here, to be changed, and Adobe's. */
export function Notes({ event, marks }: Props) {
  const writing = useWriting(event.event);
  const isFlaggedByAdobe = marks.flagged === 'adobe';
  if (!writing && marks.note === null && marks.adobeNote === null && !isFlaggedByAdobe) return null;
  return (
    <div role="group" aria-label="Notes" className={notes}>
      {writing ? (
        <NoteEditor key={event.event} event={event} note={marks.note ?? ''} writing={writing} />
      ) : marks.note === null ? null : (
        <div className={line}>
          <p
            dir="auto"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            className={`${note} ${style({ flexGrow: 1, minWidth: 0 })}`}
          >
            {marks.note}
          </p>
          <ActionButton size="XS" isQuiet aria-label="Change the note" onPress={() => writeNote(event.event)}>
            Change
          </ActionButton>
        </div>
      )}
      {isFlaggedByAdobe ? (
        <span className={ofAdobe}>
          <Flag styles={iconStyle({ size: 'XS' })} />
          Flagged in Adobe’s web UI
        </span>
      ) : null}
      {marks.adobeNote === null ? null : (
        <div>
          <span className={ofAdobe}>
            <Cloud styles={iconStyle({ size: 'XS' })} />
            Note in Adobe’s web UI
          </span>
          <p
            dir="auto"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            className={note}
          >
            {marks.adobeNote}
          </p>
        </div>
      )}
    </div>
  );
}
