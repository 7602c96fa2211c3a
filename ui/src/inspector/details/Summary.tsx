import { Content } from '@react-spectrum/s2';
import { InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { EventDetails } from '../../backend/index.ts';
import { sizeInWords } from '../../words/size.ts';

const term = style({ font: 'ui-sm', color: 'neutral-subdued', paddingY: 4 });
const value = style({
  margin: 0,
  font: 'ui',
  color: 'neutral',
  paddingY: 4,
  minWidth: 0,
  wordBreak: 'break-word',
  whiteSpace: 'pre-wrap',
});

/** What matters in an event, in words. */
export function Summary({ details }: { details: EventDetails }) {
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="group"
      aria-label="Summary"
      className={style({
        overflow: 'auto',
        flexGrow: 1,
        minHeight: 0,
        padding: 16,
        display: 'flex',
        flexDirection: 'column',
        gap: 12,
        outlineStyle: { default: 'none', ':focus-visible': 'solid' },
        outlineWidth: 2,
        outlineColor: 'focus-ring',
        outlineOffset: -2,
      })}
    >
      {details.note ? (
        <InlineAlert variant="notice" styles={style({ width: 'full' })}>
          <Content>{details.note}</Content>
        </InlineAlert>
      ) : null}
      <div className={style({ font: 'title-sm' })}>{details.title}</div>
      <dl
        className={style({
          display: 'grid',
          gridTemplateColumns: ['auto', 'minmax(0, 1fr)'],
          columnGap: 16,
          margin: 0,
          alignItems: 'baseline',
        })}
      >
        {details.lines.map((line, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- labels may come twice, and lines never move
          <Line key={at} label={line.label} text={line.value} />
        ))}
        <Line label="Size" text={sizeInWords(details.bytes)} />
      </dl>
    </div>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return (
    <>
      <dt className={term}>{label}</dt>
      <dd className={value}>{text}</dd>
    </>
  );
}
