import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { Facet } from '../../backend/index.ts';
import { ClientSwatch } from '../../sessions/index.ts';
import { CutInMiddle } from '../../words/CutInMiddle.tsx';
import './facets.css';

interface Props {
  label: string;
  choices: Facet[];
  chosen: string[];
  colourOf: (value: string) => number | undefined;
  onToggle: (value: string) => void;
}

const shownAtFirst = 12;

/** One kind of values; the first dozen until more are asked for. */
export function FacetGroup({ label, choices, chosen, colourOf, onToggle }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? choices : choices.filter((facet, at) => at < shownAtFirst || chosen.includes(facet.value));
  return (
    <div role="group" aria-label={label} className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}>
      <div className={style({ font: 'ui-sm', fontWeight: 'bold', color: 'neutral-subdued' })}>{label}</div>
      {choices.length === 0 ? <div className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>None</div> : null}
      {shown.map((facet) => {
        const colour = colourOf(facet.value);
        return (
          <div key={facet.value} className={`facet ${style({ display: 'flex', alignItems: 'center', gap: 4 })}`}>
            <Checkbox
              size="S"
              isSelected={chosen.includes(facet.value)}
              onChange={() => onToggle(facet.value)}
              styles={style({ flexGrow: 1, minWidth: 0 })}
            >
              <span title={facet.label}>
                <CutInMiddle text={facet.label} />
              </span>
            </Checkbox>
            {colour === undefined ? null : <ClientSwatch colour={colour} />}
            <span className={style({ font: 'ui-sm', color: 'neutral-subdued', fontVariantNumeric: 'tabular-nums' })}>
              {facet.count.toLocaleString()}
            </span>
          </div>
        );
      })}
      {choices.length > shown.length ? (
        <ActionButton isQuiet size="XS" onPress={() => setAll(true)}>
          {`Show all ${choices.length.toLocaleString()}`}
        </ActionButton>
      ) : null}
    </div>
  );
}
