import Comment from '@react-spectrum/s2/icons/Comment';
import Flag from '@react-spectrum/s2/icons/Flag';
import { iconStyle } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { EventMarks } from '../../backend/index.ts';

const here = iconStyle({ size: 'XS', color: 'accent' });
const atAdobe = iconStyle({ size: 'XS', color: 'neutral' });

/** The flag and the note of an event; Adobe's and those set here are told apart in words. */
export function MarkCell({ marks }: { marks: EventMarks }) {
  const note = marks.note ?? marks.adobeNote;
  if (marks.flagged === null && note === null) return <span role="gridcell" aria-label="Not marked" />;
  const flag = marks.flagged === 'adobe' ? 'Flagged in Adobe’s web UI' : 'Flagged';
  return (
    <span role="gridcell" className="event-marks" title={note ?? flag}>
      {marks.flagged === null ? null : <Flag aria-label={flag} styles={marks.flagged === 'here' ? here : atAdobe} />}
      {note === null ? null : (
        <Comment
          aria-label={marks.note === null ? 'Has a note in Adobe’s web UI' : 'Has a note'}
          styles={marks.note === null ? atAdobe : here}
        />
      )}
    </span>
  );
}
