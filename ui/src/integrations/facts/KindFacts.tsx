import { ActionButton } from '@react-spectrum/s2/ActionButton';
import type { EnvironmentKind, IntegrationRow } from '../../backend/index.ts';
import { beginLabels, canBegin, goToGuide, saysLegacy } from '../../guides/index.ts';
import { kindInWords } from '../kind-in-words.ts';
import { Fact, facts } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';

const environmentInWords: Record<EnvironmentKind, string> = {
  adobe: 'Adobe',
  practice: 'The practice workspace on this computer',
  custom: 'Services at addresses of your own',
};

export function KindFacts({ row }: { row: IntegrationRow }) {
  return (
    <FactGroup
      title="Kind"
      actions={
        canBegin(row, 'migration') && !saysLegacy(row) ? (
          <ActionButton onPress={() => goToGuide(row.id, 'migration')}>{beginLabels.migration}</ActionButton>
        ) : null
      }
    >
      <dl className={facts}>
        <Fact label="Kind">{kindInWords[row.kind]}</Fact>
        <Fact label="Talks to">{environmentInWords[row.environment]}</Fact>
      </dl>
    </FactGroup>
  );
}
