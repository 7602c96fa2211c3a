import { ActionButton } from '@react-spectrum/s2/ActionButton';
import More from '@react-spectrum/s2/icons/More';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { memo, useRef, useState, type ComponentRef } from 'react';
import { flushSync } from 'react-dom';
import { asProblem, backend } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { focusOutline } from '../../theme/focus-outline.ts';
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

const plainButton = style({
  display: 'inline-flex',
  alignItems: 'center',
  justifyContent: 'center',
  size: 20,
  padding: 0,
  borderStyle: 'none',
  borderRadius: 'sm',
  backgroundColor: { default: 'transparent', ':hover': 'gray-200' },
});

/**
 * What else can be done with a value. Dozens of values come and go while one types, so there is a plain button at first; the menu
 * and its own button, which look the same, take its place when somebody comes to it.
 */
export const FacetMenu = memo(function FacetMenu({ part, value, label, ask }: Props) {
  const setFilter = useSetFilter();
  const [isMade, make] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<ComponentRef<typeof ActionButton>>(null);

  /** Whatever has the focus when the menu opens gets it back, so the menu's own button takes it. */
  function makeMenu() {
    flushSync(() => make(true));
    button.current?.focus();
  }

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

  const name = `More about ${label}`;
  if (!isMade)
    return (
      <span className="facet-more">
        <button
          type="button"
          tabIndex={-1}
          aria-label={name}
          aria-haspopup="menu"
          aria-expanded={false}
          className={`${plainButton} ${focusOutline}`}
          onFocus={makeMenu}
          // The pointer does not focus it: a press would begin on this button and end on the one in its place.
          onMouseDown={(press) => press.preventDefault()}
          onClick={() => {
            makeMenu();
            setOpen(true);
          }}
        >
          <More styles={iconStyle({ size: 'XS' })} />
        </button>
      </span>
    );
  return (
    <span className="facet-more">
      <MenuTrigger isOpen={isOpen} onOpenChange={setOpen}>
        <ActionButton ref={button} isQuiet size="XS" excludeFromTabOrder aria-label={name}>
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
