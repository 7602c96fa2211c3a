import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TextFieldRef } from '@react-spectrum/s2/TextField';
import { memo, type RefObject } from 'react';
import type { EventFilter, Facets } from '../../backend/index.ts';
import { FilterMenu } from './FilterMenu.tsx';
import type { Mistake } from './mistake.ts';
import { choices, parts } from './parts.ts';
import { QueryField } from './QueryField.tsx';
import { QueryHelp } from './QueryHelp.tsx';
import { isFiltering, noFilter } from './use-event-filter.ts';

interface Props {
  filter: EventFilter;
  mistake: Mistake | null;
  facets: Facets | undefined;
  onFilter: (filter: EventFilter) => void;
  fieldRef: RefObject<TextFieldRef | null>;
}

/** Keeps its place while it is hidden, so that nothing moves when a filter is typed. */
const clear = style({ visibility: { default: 'hidden', isFiltering: 'visible' } });

/** The parts of the filter: query, types, vendors, clients. */
export const FilterFields = memo(function FilterFields({ filter, mistake, facets, onFilter, fieldRef }: Props) {
  return (
    <>
      <QueryField
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
