import { Content } from '@react-spectrum/s2/Content';
import { InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { EventDetails, EventRef } from '../../backend/index.ts';
import { focusOutline } from '../../theme/focus-outline.ts';
import { sizeInWords } from '../../words/size.ts';
import { SummaryValue } from './SummaryValue.tsx';
import { useValueActions } from './use-value-actions.ts';

const term = style({ font: 'ui-sm', color: 'neutral-subdued', paddingY: 4 });

const summary = style({
  overflow: 'auto',
  flexGrow: 1,
  minHeight: 0,
  padding: 16,
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
});

interface Props {
  event: EventRef;
  details: EventDetails;
}

/** What matters in an event, in words. */
export function Summary({ event, details }: Props) {
  const act = useValueActions(event);
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
      tabIndex={0}
      role="group"
      aria-label="Summary"
      className={`${summary} ${focusOutline}`}
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
        {details.lines.map(({ label, value, path }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- labels may come twice, and lines never move
          <Line key={at} label={label}>
            <SummaryValue label={label} text={value} onAction={path === null ? null : (action) => act(action, path)} />
          </Line>
        ))}
        <Line label="Size">
          <SummaryValue label="Size" text={sizeInWords(details.bytes)} onAction={null} />
        </Line>
      </dl>
    </div>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <>
      <dt className={term}>{label}</dt>
      {children}
    </>
  );
}
