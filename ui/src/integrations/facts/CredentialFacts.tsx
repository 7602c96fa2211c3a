import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer, type IntegrationRow } from '../../backend/index.ts';
import { beginLabels, canBegin, goToGuide } from '../../guides/index.ts';
import { scopeLabel } from '../steps/scopes.ts';
import { CopiedId } from './CopiedId.tsx';
import { Fact, facts } from './Fact.tsx';
import { FactGroup } from './FactGroup.tsx';

const list = style({ display: 'flex', flexWrap: 'wrap', gap: 4, margin: 0, padding: 0, listStyleType: 'none' });

const chip = style({ font: 'ui-sm', paddingX: 8, paddingY: 2, borderRadius: 'default', backgroundColor: 'gray-100' });

/** What the integration identifies itself with. The client secret is only said to be kept. */
export function CredentialFacts({ row }: { row: IntegrationRow }) {
  const { data: info } = useAnswer('app_info', null);
  const isServiceAccount = row.kind === 'serviceAccount';
  const presets = (isServiceAccount ? info?.metascopes : info?.scopes) ?? [];
  return (
    <FactGroup
      title="Credentials"
      actions={
        canBegin(row, 'clientSecret') ? (
          <ActionButton onPress={() => goToGuide(row.id, 'clientSecret')}>{beginLabels.clientSecret}</ActionButton>
        ) : null
      }
    >
      <dl className={facts}>
        <Fact label="Client ID">
          <CopiedId id={row.clientId} name="client ID" />
        </Fact>
        <Fact label="Client secret">•••• kept</Fact>
        {row.technicalAccountId ? (
          <Fact label="Technical account ID">
            <CopiedId id={row.technicalAccountId} name="technical account ID" />
          </Fact>
        ) : null}
        <Fact label={isServiceAccount ? 'Metascopes' : 'Scopes'}>
          <ul className={list}>
            {row.scopes.map((scope) => (
              <li key={scope} title={scope} className={chip}>
                {scopeLabel(scope, presets)}
              </li>
            ))}
          </ul>
        </Fact>
      </dl>
    </FactGroup>
  );
}
