import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Filter from '@react-spectrum/s2/icons/Filter';
import Properties from '@react-spectrum/s2/icons/Properties';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { ViewStatus } from '../../backend/index.ts';
import { HiddenPill } from '../marks/index.ts';
import type { Panel } from '../../panels/use-panel.ts';
import { PanelToggle } from './PanelToggle.tsx';
import { isFiltering } from './event-filter.ts';

interface Props {
  status: ViewStatus;
  facets: Panel;
  /** Null where details have no place of their own. */
  details: Panel | null;
  /** Whether the query that is typed cannot be understood. */
  isMistaken: boolean;
  /** The pieces of the filter beside what is typed. */
  chips: ReactNode;
  children: ReactNode;
}

const facetsIcon = <Filter />;
const detailsIcon = <Properties />;

/** Keeps its place while it is hidden, so that nothing moves while a query is typed. */
const warning = style({ display: 'flex', visibility: { default: 'hidden', isMistaken: 'visible' } });

const line = style({
  display: 'flex',
  flexWrap: { default: 'nowrap', isNarrow: 'wrap' },
  alignItems: 'center',
  gap: 8,
});

/** Which events are shown, and how many that is. */
export function FilterBar({ status, facets, details, isMistaken, chips, children }: Props) {
  return (
    <div role="search" aria-label="Filter" className={style({ paddingX: 12, paddingY: 8 })}>
      <div className={line({ isNarrow: details === null })}>
        <PanelToggle panel="values" shown={facets.shown} onShown={facets.show} icon={facetsIcon} />
        {children}
        <span
          role="status"
          className={style({
            display: 'flex',
            alignItems: 'center',
            gap: 8,
            marginStart: 'auto',
            font: 'ui',
            color: 'neutral-subdued',
            whiteSpace: 'nowrap',
            fontVariantNumeric: 'tabular-nums',
          })}
        >
          <span className={warning({ isMistaken })}>
            <AlertTriangle
              aria-label="The filter is not understood"
              styles={iconStyle({ size: 'S', color: 'negative' })}
            />
          </span>
          {countInWords(status)}
        </span>
        <HiddenPill status={status} />
        {details ? (
          <PanelToggle panel="details" shown={details.shown} onShown={details.show} icon={detailsIcon} />
        ) : null}
      </div>
      {chips}
    </div>
  );
}

function countInWords({ matched, total, filter }: ViewStatus): string {
  if (isFiltering(filter)) return `${matched.toLocaleString()} of ${total.toLocaleString()}`;
  return matched === 1 ? '1 event' : `${matched.toLocaleString()} events`;
}
