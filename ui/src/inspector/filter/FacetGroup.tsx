import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { Facet } from '../../backend/index.ts';
import { moveAmongFacets } from './facet-keys.ts';
import { FacetRow } from './FacetRow.tsx';
import { isChosen, type Part } from './parts.ts';

interface Props {
  part: Part;
  label: string;
  choices: Facet[];
  /** Whether it is known what there is: a million events take a moment. */
  isCounted: boolean;
  chosen: string[];
  colourOf: (value: string) => number | undefined;
  onToggle: (value: string) => void;
  onOnly: (value: string) => void;
  /** Hides what a query finds. */
  onHide: (query: string) => void;
}

const shownAtFirst = 12;

/** One kind of values; the first dozen until more are asked for, and a search where there are more. */
export function FacetGroup(props: Props) {
  const { part, label, choices, isCounted, chosen, colourOf, onToggle, onOnly, onHide } = props;
  const [all, setAll] = useState(false);
  const [search, setSearch] = useState('');
  const [reached, reach] = useState<string | null>(null);
  const wanted = search.trim().toLowerCase();
  const found = wanted === '' ? choices : choices.filter((facet) => facet.label.toLowerCase().includes(wanted));
  const isShort = all || wanted !== '';
  const shown = isShort ? found : found.filter((facet, at) => at < shownAtFirst || isChosen(chosen, facet.value));
  const tabStop = shown.find((facet) => facet.value === reached) ?? shown[0];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what is in it takes the focus
    <div
      role="group"
      aria-label={label}
      onKeyDown={moveAmongFacets}
      className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}
    >
      <div className={style({ font: 'ui-sm', fontWeight: 'bold', color: 'neutral-subdued' })}>{label}</div>
      {choices.length > shownAtFirst ? (
        <SearchField
          size="S"
          aria-label={`Search in ${label.toLowerCase()}s`}
          placeholder={`Search ${choices.length.toLocaleString()}`}
          value={search}
          onChange={setSearch}
          styles={style({ width: 'full' })}
        />
      ) : null}
      {shown.length === 0 ? (
        <div className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>{isCounted ? 'None' : 'Counting…'}</div>
      ) : null}
      {shown.map((facet) => (
        <FacetRow
          key={facet.value}
          part={part}
          facet={facet}
          chosen={isChosen(chosen, facet.value)}
          colour={colourOf(facet.value)}
          isReached={facet === tabStop}
          onReach={() => reach(facet.value)}
          onToggle={() => onToggle(facet.value)}
          onOnly={() => onOnly(facet.value)}
          onHide={onHide}
        />
      ))}
      {found.length > shown.length ? (
        <ActionButton isQuiet size="XS" onPress={() => setAll(true)}>
          {`Show all ${choices.length.toLocaleString()}`}
        </ActionButton>
      ) : null}
    </div>
  );
}
