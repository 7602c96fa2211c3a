import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TextFieldRef } from '@react-spectrum/s2/TextField';
import { memo, type Ref } from 'react';
import type { EventFilter, Facets } from '../../backend/index.ts';
import { FilterMenu } from './FilterMenu.tsx';
import { choices, parts } from './parts.ts';
import { isFiltering, noFilter } from './use-event-filter.ts';

interface Props {
  filter: EventFilter;
  facets: Facets | undefined;
  onFilter: (filter: EventFilter) => void;
  fieldRef: Ref<TextFieldRef>;
}

/** Keeps its place while it is hidden, so that nothing moves when a filter is typed. */
const clear = style({ visibility: { default: 'hidden', isFiltering: 'visible' } });

/** The parts of the filter: text, types, vendors, clients. */
export const FilterFields = memo(function FilterFields({ filter, facets, onFilter, fieldRef }: Props) {
  return (
    <>
      <SearchField
        ref={fieldRef}
        aria-label="Filter events by text"
        placeholder="Filter by text"
        value={filter.text}
        onChange={(text) => onFilter({ ...filter, text })}
        styles={style({ flexGrow: 1, minWidth: 160, maxWidth: 560 })}
      />
      {parts.map(({ part, label }) => (
        <FilterMenu
          key={part}
          label={label}
          choices={choices(facets, filter, part)}
          chosen={filter[part]}
          onChoose={(values) => onFilter({ ...filter, [part]: values })}
        />
      ))}
      <ActionButton isQuiet onPress={() => onFilter(noFilter)} styles={clear({ isFiltering: isFiltering(filter) })}>
        Clear
      </ActionButton>
    </>
  );
});
