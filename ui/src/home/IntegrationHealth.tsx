import { Link } from '@react-spectrum/s2/Link';
import { pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { HealthLight } from '../integrations/HealthLight.tsx';
import { kindInWords } from '../integrations/kind-in-words.ts';
import { RowLink, rows as rowList } from './RowLink.tsx';

/** How each integration is. */
export function IntegrationHealth({ rows }: { rows: IntegrationRow[] }) {
  return (
    <Section
      title="Integrations"
      actions={
        <Link isStandalone isQuiet href="#/integrations">
          All integrations
        </Link>
      }
    >
      <ul className={rowList}>
        {rows.map((row) => (
          <RowLink
            key={row.id}
            to={pathOf({ place: 'integration', integration: row.id })}
            title={row.name}
            note={kindInWords[row.kind]}
          >
            <HealthLight health={row.health} />
          </RowLink>
        ))}
      </ul>
    </Section>
  );
}
