import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useMemo, useState } from 'react';
import type { ClientRow, Facet } from '../../backend/index.ts';
import type { AskedDialog } from '../InspectorDialogs.tsx';
import { moveAmongFacets } from './facet-keys.ts';
import { FacetRow } from './FacetRow.tsx';
import { choices as choicesOf, isChosen, type Part } from './parts.ts';

interface Props {
  part: Part;
  label: string;
  /** The values that there are; not known at first, a million events take a moment. */
  counted: Facet[] | undefined;
  chosen: string[];
  /** Those that the values are, where they are clients: they have colours. */
  clients: ClientRow[];
  ask: (dialog: AskedDialog) => void;
}

const shownAtFirst = 12;

/** One kind of values; the first dozen until more are asked for, and a search where there are more. */
export const FacetGroup = memo(function FacetGroup(props: Props) {
  const { part, label, counted, chosen, clients, ask } = props;
  const choices = useMemo(() => choicesOf(counted, chosen), [counted, chosen]);
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
        <div className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>{counted ? 'None' : 'Counting…'}</div>
      ) : null}
      {shown.map((facet) => (
        <FacetRow
          key={facet.value}
          part={part}
          value={facet.value}
          label={facet.label}
          count={facet.count}
          chosen={isChosen(chosen, facet.value)}
          colour={clients.find((client) => client.id === facet.value)?.colour}
          isReached={facet === tabStop}
          onReach={reach}
          ask={ask}
        />
      ))}
      {found.length > shown.length ? (
        <ActionButton isQuiet size="XS" onPress={() => setAll(true)}>
          {`Show all ${choices.length.toLocaleString()}`}
        </ActionButton>
      ) : null}
    </div>
  );
});
