import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { IntegrationRow } from '../backend/index.ts';
import { useOfferActions } from '../app/place-actions.ts';
import { Page } from '../frame/Page.tsx';
import { GuidesUnderWay, LegacyNotice } from '../guides/index.ts';
import { ProblemView } from '../problems/index.ts';
import { CertificateCard } from './facts/CertificateCard.tsx';
import { CredentialFacts } from './facts/CredentialFacts.tsx';
import { IdentityFacts } from './facts/IdentityFacts.tsx';
import { KeyFacts } from './facts/KeyFacts.tsx';
import { KindFacts } from './facts/KindFacts.tsx';
import { TokenCard } from './facts/TokenCard.tsx';
import { IntegrationHeader } from './IntegrationHeader.tsx';
import { IntegrationParts } from './IntegrationParts.tsx';
import { usePaletteActions } from './use-palette-actions.ts';

/** What is known of a saved integration, in the order of the steps that it was made with. */
export function IntegrationView({ row }: { row: IntegrationRow }) {
  const { health, certificate } = row;
  useOfferActions(usePaletteActions(row));
  return (
    <Page>
      <IntegrationParts integration={row.id} />
      <IntegrationHeader row={row} />
      {health.state === 'needsYou' ? <ProblemView problem={health.problem} /> : null}
      <GuidesUnderWay row={row} />
      <LegacyNotice row={row} />
      <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
        <div className={style({ display: 'flex', gap: 12, flexWrap: 'wrap' })}>
          <TokenCard row={row} />
          {certificate ? <CertificateCard row={row} certificate={certificate} /> : null}
        </div>
        <IdentityFacts row={row} />
        <KindFacts row={row} />
        {certificate ? <KeyFacts row={row} certificate={certificate} /> : null}
        <CredentialFacts row={row} />
      </div>
    </Page>
  );
}
