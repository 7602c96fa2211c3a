import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, type RefObject } from 'react';
import type { EventFilter } from '../../backend/index.ts';
import type { Mistake } from './mistake.ts';
import { NoiseMenu } from './NoiseMenu.tsx';
import { QueryField } from './QueryField.tsx';
import { QueryHelp } from './QueryHelp.tsx';
import { SavedMenu } from './saved/SavedMenu.tsx';
import { isFiltering, noFilter } from './use-event-filter.ts';

interface Props {
  view: string;
  isNarrow: boolean;
  filter: EventFilter;
  mistake: Mistake | null;
  onFilter: (filter: EventFilter) => void;
  fieldRef: RefObject<HTMLInputElement | null>;
}

/** Keeps its place while it is hidden, so that nothing moves when a filter is typed; where there is room to keep. */
const clear = style({
  flexShrink: 0,
  visibility: { default: 'hidden', isFiltering: 'visible' },
  position: { isNarrow: { default: 'absolute', isFiltering: 'static' } },
});

/** What is typed, what is left out as noise, and what was saved. */
export const FilterFields = memo(function FilterFields({ view, isNarrow, filter, mistake, onFilter, fieldRef }: Props) {
  return (
    <>
      <QueryField
        label="Filter events by text"
        view={view}
        text={filter.text}
        mistake={mistake}
        onText={(text) => onFilter({ ...filter, text })}
        fieldRef={fieldRef}
      />
      <QueryHelp
        onTry={(text) => {
          onFilter({ ...filter, text });
          // The popover gives the focus back to its button first.
          requestAnimationFrame(() => fieldRef.current?.focus());
        }}
      />
      <NoiseMenu hidden={filter.noise} onHide={(noise) => onFilter({ ...filter, noise })} />
      <SavedMenu filter={filter} onFilter={onFilter} />
      <ActionButton
        isQuiet
        onPress={() => onFilter(noFilter)}
        styles={clear({ isNarrow, isFiltering: isFiltering(filter) })}
      >
        Clear
      </ActionButton>
    </>
  );
});
