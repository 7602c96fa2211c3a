import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import type { ClientRow, Facets } from '../../backend/index.ts';
import type { AskedDialog } from '../InspectorDialogs.tsx';
import { ErrorFacet } from './ErrorFacet.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import { parts } from './parts.ts';
import { useTypedFilter } from './typed-filter.ts';
import { useFacetsInTurn } from './use-facets-in-turn.ts';

interface Props {
  facets: Facets | undefined;
  clients: ClientRow[];
  ask: (dialog: AskedDialog) => void;
}

/** The values to filter by, with how many events each would leave. */
export const FacetsPanel = memo(function FacetsPanel({ facets: latest, clients, ask }: Props) {
  const facets = useFacetsInTurn(latest);
  const { filter } = useTypedFilter();
  return (
    <section
      aria-label="Values to filter by"
      className={style({
        overflow: 'auto',
        height: 'full',
        boxSizing: 'border-box',
        paddingX: 12,
        paddingY: 8,
        display: 'flex',
        flexDirection: 'column',
        gap: 16,
      })}
    >
      <ErrorFacet count={facets?.errors} chosen={filter.errors} />
      {parts.map(({ part, label }) => (
        <FacetGroup
          key={part}
          part={part}
          label={label}
          counted={facets?.[part]}
          chosen={filter[part]}
          clients={part === 'clients' ? clients : noClients}
          ask={ask}
        />
      ))}
    </section>
  );
});

/** Only clients have colours. */
const noClients: ClientRow[] = [];
