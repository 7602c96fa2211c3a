import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RefObject } from 'react';
import type { Facets } from '../backend/index.ts';
import type { Panel } from '../panels/use-panel.ts';
import { FilterBar } from './filter/FilterBar.tsx';
import { FilterChips } from './filter/FilterChips.tsx';
import { FilterFields } from './filter/FilterFields.tsx';
import { useTypedFilter } from './filter/typed-filter.ts';
import { Hint } from './hints/Hint.tsx';
import { useInspector } from './inspector-context.ts';

interface Props {
  facets: Facets | undefined;
  facetsPanel: Panel;
  detailsPanel: Panel;
  fieldRef: RefObject<HTMLInputElement | null>;
  /** Whether details cover it. */
  isCovered: boolean;
}

/** The line above the list of events: which of them it shows. */
export function EventsFilter({ facets, facetsPanel, detailsPanel, fieldRef, isCovered }: Props) {
  const { status, view, isNarrow } = useInspector();
  const { mistake } = useTypedFilter();
  return (
    <div className={style({ position: 'relative' })} inert={isCovered}>
      <FilterBar
        status={status}
        facets={facetsPanel}
        details={isNarrow ? null : detailsPanel}
        isMistaken={mistake !== null}
        chips={<FilterChips facets={facets} fieldRef={fieldRef} />}
      >
        <FilterFields view={view} isNarrow={isNarrow} fieldRef={fieldRef} />
      </FilterBar>
      <Hint
        id="inspector.filter"
        place="filter"
        title="Filter"
        text="Type a word or a query (the question mark tells how), or choose types, vendors and clients."
      />
    </div>
  );
}
