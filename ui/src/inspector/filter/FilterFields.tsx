import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, type RefObject } from 'react';
import { NoiseMenu } from './NoiseMenu.tsx';
import { QueryField } from './QueryField.tsx';
import { QueryHelp } from './QueryHelp.tsx';
import { SavedMenu } from './saved/SavedMenu.tsx';
import { useSetFilter, useTypedFilter } from './typed-filter.ts';
import { isFiltering, noFilter } from './event-filter.ts';

interface Props {
  view: string;
  isNarrow: boolean;
  fieldRef: RefObject<HTMLInputElement | null>;
}

/** Keeps its place while it is hidden, so that nothing moves when a filter is typed; where there is room to keep. */
const clear = style({
  flexShrink: 0,
  visibility: { default: 'hidden', isFiltering: 'visible' },
  position: { isNarrow: { default: 'absolute', isFiltering: 'static' } },
});

/** What is typed, what is left out as noise, and what was saved. */
export const FilterFields = memo(function FilterFields({ view, isNarrow, fieldRef }: Props) {
  const { filter, mistake } = useTypedFilter();
  const setFilter = useSetFilter();
  return (
    <>
      <QueryField
        label="Filter events by text"
        view={view}
        text={filter.text}
        mistake={mistake}
        onText={(text) => setFilter((before) => ({ ...before, text }))}
        fieldRef={fieldRef}
      />
      <QueryHelp
        onTry={(text) => {
          setFilter((before) => ({ ...before, text }));
          // The popover gives the focus back to its button first.
          requestAnimationFrame(() => fieldRef.current?.focus());
        }}
      />
      <NoiseMenu hidden={filter.noise} />
      <SavedMenu isFiltering={isFiltering(filter)} />
      <ActionButton
        isQuiet
        onPress={() => setFilter(noFilter)}
        styles={clear({ isNarrow, isFiltering: isFiltering(filter) })}
      >
        Clear
      </ActionButton>
    </>
  );
});
