import { ActionButton } from '@react-spectrum/s2/ActionButton';
import More from '@react-spectrum/s2/icons/More';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { Text } from '@react-spectrum/s2/Text';
import { memo } from 'react';
import { asProblem, backend } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import type { AskedDialog } from '../InspectorDialogs.tsx';
import { withChip } from './event-filter.ts';
import type { Part } from './parts.ts';
import { useSetFilter } from './typed-filter.ts';

interface Props {
  part: Part;
  value: string;
  label: string;
  ask: (dialog: AskedDialog) => void;
}

/** What else can be done with a value. */
export const FacetMenu = memo(function FacetMenu({ part, value, label, ask }: Props) {
  const setFilter = useSetFilter();
  async function act(key: string) {
    if (key === 'only') {
      setFilter((filter) => ({ ...filter, [part]: [value] }));
      return;
    }
    try {
      const keep = key === 'hide' ? 'allBut' : 'only';
      const { text } = await backend.call('query_field', { list: part, value, keep });
      if (key === 'hide') setFilter((filter) => withChip(filter, text));
      else ask({ is: 'searchArchives', text });
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <span className="facet-more">
      <MenuTrigger>
        <ActionButton isQuiet size="XS" excludeFromTabOrder aria-label={`More about ${label}`}>
          <More />
        </ActionButton>
        <Menu aria-label={label} onAction={(key) => void act(String(key))}>
          <MenuItem id="only" textValue="Only this">
            <Text slot="label">Only this</Text>
          </MenuItem>
          <MenuItem id="hide" textValue="Hide this">
            <Text slot="label">Hide this</Text>
          </MenuItem>
          <MenuItem id="archives" textValue="Find in all archives">
            <Text slot="label">Find in all archives…</Text>
          </MenuItem>
        </Menu>
      </MenuTrigger>
    </span>
  );
});
