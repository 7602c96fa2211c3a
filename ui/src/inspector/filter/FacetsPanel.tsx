import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import type { ClientRow, EventFilter, Facets } from '../../backend/index.ts';
import { ErrorFacet } from './ErrorFacet.tsx';
import { FacetGroup } from './FacetGroup.tsx';
import { choices, parts, toggled } from './parts.ts';

interface Props {
  facets: Facets | undefined;
  filter: EventFilter;
  clients: ClientRow[];
  onFilter: (filter: EventFilter) => void;
}

/** The values to filter by, with how many events each would leave. */
export const FacetsPanel = memo(function FacetsPanel({ facets, filter, clients, onFilter }: Props) {
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
      <ErrorFacet
        count={facets?.errors}
        chosen={filter.errors}
        onChosen={(errors) => onFilter({ ...filter, errors })}
      />
      {parts.map(({ part, label }) => (
        <FacetGroup
          key={part}
          part={part}
          label={label}
          choices={choices(facets, filter, part)}
          isCounted={facets !== undefined}
          chosen={filter[part]}
          colourOf={(value) => (part === 'clients' ? clients.find((client) => client.id === value)?.colour : undefined)}
          onToggle={(value) => onFilter({ ...filter, [part]: toggled(filter[part], value) })}
          onOnly={(value) => onFilter({ ...filter, [part]: [value] })}
          onHide={(query) =>
            onFilter({
              ...filter,
              chips: filter.chips.includes(query) ? filter.chips : [...filter.chips, query],
            })
          }
        />
      ))}
    </section>
  );
});
