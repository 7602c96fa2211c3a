import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import { ClientSwatch } from '../../sessions/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import type { AskedDialog } from '../InspectorDialogs.tsx';
import { FacetMenu } from './FacetMenu.tsx';
import './facets.css';
import { toggled, type Part } from './parts.ts';
import { useSetFilter } from './typed-filter.ts';

interface Choice {
  part: Part;
  value: string;
  label: string;
  chosen: boolean;
  /** Whether Tab leads to it; the arrow keys lead to the others. */
  isReached: boolean;
  onReach: (value: string) => void;
}

interface Props extends Choice {
  /** How many events it would leave. */
  count: number;
  colour: number | undefined;
  ask: (dialog: AskedDialog) => void;
}

const countLook = style({ font: 'ui-sm', color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums' });

/** One value: chosen or not, and in its menu alone, not at all, or in all archives. While a query is typed, its count changes. */
export const FacetRow = memo(function FacetRow({ count, colour, ask, ...choice }: Props) {
  const { part, value, label } = choice;
  return (
    <div className={`facet ${style({ display: 'flex', alignItems: 'center', gap: 4 })}`}>
      <FacetChoice {...choice} />
      {colour === undefined ? null : <ClientSwatch colour={colour} />}
      <span className={countLook}>{count.toLocaleString()}</span>
      <FacetMenu part={part} value={value} label={label} ask={ask} />
    </div>
  );
});

const FacetChoice = memo(function FacetChoice({ part, value, label, chosen, isReached, onReach }: Choice) {
  const setFilter = useSetFilter();
  return (
    <Checkbox
      size="S"
      isSelected={chosen}
      onChange={() => setFilter((filter) => ({ ...filter, [part]: toggled(filter[part], value) }))}
      excludeFromTabOrder={!isReached}
      onFocus={() => onReach(value)}
      styles={style({ flexGrow: 1, minWidth: 0 })}
    >
      <span title={label} className="cut-at-end">
        <CutInMiddle text={label} />
      </span>
    </Checkbox>
  );
});
