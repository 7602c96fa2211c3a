import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, type RefObject } from 'react';
import { asProblem, backend, type Facets } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { useInspector } from '../inspector-context.ts';
import { chipsOf, edited, replaced, type Chip } from './chips.ts';
import { FilterChip } from './FilterChip.tsx';
import { useSetFilter, useTypedFilter } from './typed-filter.ts';

interface Props {
  facets: Facets | undefined;
  fieldRef: RefObject<HTMLInputElement | null>;
}

const list = style({
  display: 'flex',
  flexWrap: 'wrap',
  gap: 4,
  margin: 0,
  padding: 0,
  paddingTop: 8,
  maxHeight: 96,
  overflowY: 'auto',
});

/** The pieces of the filter beside what is typed; each can be taken away. */
export function FilterChips({ facets, fieldRef }: Props) {
  const { ask } = useInspector();
  const { filter } = useTypedFilter();
  const setFilter = useSetFilter();
  const root = useRef<HTMLUListElement>(null);
  const chips = chipsOf(filter, facets);
  if (chips.length === 0) return null;

  function remove(chip: Chip) {
    const at = chips.indexOf(chip);
    setFilter(chip.without);
    // The focus goes on to the next chip, or where a new one would be made.
    requestAnimationFrame(() => {
      const left = root.current?.querySelectorAll<HTMLElement>('[data-remove]');
      (left?.[Math.min(at, left.length - 1)] ?? fieldRef.current)?.focus();
    });
  }

  function edit(chip: Chip) {
    setFilter(edited(chip));
    requestAnimationFrame(() => {
      fieldRef.current?.focus();
      fieldRef.current?.setSelectionRange(Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER);
    });
  }

  async function negate(chip: Chip) {
    try {
      const { text } = await backend.call('query_negate', { text: chip.query ?? '' });
      setFilter(replaced(filter, chip, text));
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <ul ref={root} aria-label="Parts of the filter" className={list}>
      {chips.map((chip) => (
        <FilterChip
          key={chip.key}
          chip={chip}
          onEdit={() => edit(chip)}
          onNegate={() => void negate(chip)}
          onSearchArchives={() => ask({ is: 'searchArchives', text: chip.query ?? '' })}
          onRemove={() => remove(chip)}
        />
      ))}
    </ul>
  );
}
