import type { IntegrationRow } from '../../backend/index.ts';
import { CopiedId } from './CopiedId.tsx';
import { Fact, facts } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';

export function IdentityFacts({ row }: { row: IntegrationRow }) {
  return (
    <FactGroup title="Name and organization">
      <dl className={facts}>
        <Fact label="Name">{row.name}</Fact>
        <Fact label="Organization ID">
          <CopiedId id={row.organizationId} name="organization ID" />
        </Fact>
      </dl>
    </FactGroup>
  );
}
