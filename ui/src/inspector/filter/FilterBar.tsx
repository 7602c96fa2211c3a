import Filter from '@react-spectrum/s2/icons/Filter';
import Properties from '@react-spectrum/s2/icons/Properties';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import type { ViewStatus } from '../../backend/index.ts';
import type { Panel } from '../panels/use-panel.ts';
import { PanelToggle } from './PanelToggle.tsx';
import { isFiltering } from './use-event-filter.ts';

interface Props {
  status: ViewStatus;
  facets: Panel;
  details: Panel;
  children: ReactNode;
}

const facetsIcon = <Filter />;
const detailsIcon = <Properties />;

/** Which events are shown, and how many that is. */
export function FilterBar({ status, facets, details, children }: Props) {
  return (
    <div
      role="search"
      aria-label="Filter"
      className={style({ display: 'flex', alignItems: 'center', gap: 8, paddingX: 12, paddingBottom: 8 })}
    >
      <PanelToggle panel="values" shown={facets.shown} onShown={facets.show} icon={facetsIcon} />
      {children}
      <div className={style({ flexGrow: 1 })} />
      <span
        role="status"
        className={style({
          font: 'ui',
          color: 'neutral-subdued',
          whiteSpace: 'nowrap',
          fontVariantNumeric: 'tabular-nums',
        })}
      >
        {countInWords(status)}
      </span>
      <PanelToggle panel="details" shown={details.shown} onShown={details.show} icon={detailsIcon} />
    </div>
  );
}

function countInWords({ matched, total, filter }: ViewStatus): string {
  if (isFiltering(filter)) return `${matched.toLocaleString()} of ${total.toLocaleString()}`;
  return matched === 1 ? '1 event' : `${matched.toLocaleString()} events`;
}
