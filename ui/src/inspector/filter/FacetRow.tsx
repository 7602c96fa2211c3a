import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Checkbox } from '@react-spectrum/s2/Checkbox';
import More from '@react-spectrum/s2/icons/More';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { asProblem, backend, type Facet } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { ClientSwatch } from '../../sessions/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import { useInspector } from '../inspector-context.ts';
import type { Part } from './parts.ts';
import './facets.css';

interface Props {
  part: Part;
  facet: Facet;
  chosen: boolean;
  colour: number | undefined;
  /** Whether Tab leads to it; the arrow keys lead to the others. */
  isReached: boolean;
  onReach: () => void;
  onToggle: () => void;
  onOnly: () => void;
  onHide: (query: string) => void;
}

const count = style({ font: 'ui-sm', color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums' });

/** One value: chosen or not, and in its menu alone, not at all, or in all archives. */
export function FacetRow({ part, facet, chosen, colour, isReached, onReach, onToggle, onOnly, onHide }: Props) {
  const { ask } = useInspector();
  const { value, label } = facet;

  async function act(key: string) {
    if (key === 'only') {
      onOnly();
      return;
    }
    try {
      const keep = key === 'hide' ? 'allBut' : 'only';
      const { text } = await backend.call('query_field', { list: part, value, keep });
      if (key === 'hide') onHide(text);
      else ask({ is: 'searchArchives', text });
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (
    <div className={`facet ${style({ display: 'flex', alignItems: 'center', gap: 4 })}`}>
      <Checkbox
        size="S"
        isSelected={chosen}
        onChange={onToggle}
        excludeFromTabOrder={!isReached}
        onFocus={onReach}
        styles={style({ flexGrow: 1, minWidth: 0 })}
      >
        <span title={label} className="cut-at-end">
          <CutInMiddle text={label} />
        </span>
      </Checkbox>
      {colour === undefined ? null : <ClientSwatch colour={colour} />}
      <span className={count}>{facet.count.toLocaleString()}</span>
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
    </div>
  );
}
