import { Radio } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ImportCandidate } from '../backend/index.ts';
import { Fact, facts } from '../integrations/facts/Fact.tsx';
import { kindInWords } from '../integrations/kind-in-words.ts';
import { CandidateNotes } from './CandidateNotes.tsx';
import { CertificateFact } from './CertificateFact.tsx';

interface Props {
  candidate: ImportCandidate;
  /** Whether it goes into an integration that is being set up. */
  fills: boolean;
  /** How it is chosen, where there are several. */
  choice: { value: string; isChosen: boolean } | null;
}

const card = style<{ isChosen: boolean }>({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  boxSizing: 'border-box',
  width: 'full',
  padding: 16,
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: { default: 'gray-300', isChosen: 'gray-800' },
});

/** Credentials that were found: what is there, what is missing, what is left. */
export function CandidateCard({ candidate, fills, choice }: Props) {
  const { name, kind, environment, organizationId, clientId, technicalAccountId, scopes, keyBits } = candidate;
  // What is wrong with the pair stands among the findings, with what to do.
  const isTold = candidate.findings.some(({ field }) => field === 'key' || field === 'certificate');
  const title = name || 'Without a name';
  return (
    <article aria-label={title} className={card({ isChosen: choice?.isChosen ?? false })}>
      <div className={style({ display: 'flex', alignItems: 'baseline', gap: 12, flexWrap: 'wrap' })}>
        {choice ? (
          <Radio value={choice.value}>{title}</Radio>
        ) : (
          <h4 className={style({ font: 'title', margin: 0 })}>{title}</h4>
        )}
        <span className={style({ font: 'ui', color: 'neutral-subdued' })}>
          {kindInWords[kind]}
          {environment === 'adobe' ? '' : ' · practice workspace'}
        </span>
      </div>
      <dl className={facts}>
        {organizationId ? <Fact label="Organization ID">{organizationId}</Fact> : null}
        {clientId ? <Fact label="Client ID">{clientId}</Fact> : null}
        {candidate.hasClientSecret ? <Fact label="Client secret">there; it is not shown</Fact> : null}
        {technicalAccountId ? <Fact label="Technical account ID">{technicalAccountId}</Fact> : null}
        {scopes.length > 0 ? (
          <Fact label={kind === 'serviceAccount' ? 'Metascopes' : 'Scopes'}>
            {scopes.map((scope) => scope.split('/').at(-1)).join(', ')}
          </Fact>
        ) : null}
        {keyBits === null ? null : <Fact label="Private key">RSA {keyBits}; it is not shown</Fact>}
        {candidate.certificate ? (
          <Fact label="Certificate">
            <CertificateFact
              certificate={candidate.certificate}
              belongs={isTold ? null : candidate.keyMatchesCertificate}
            />
          </Fact>
        ) : null}
      </dl>
      <CandidateNotes candidate={candidate} fills={fills} />
    </article>
  );
}
