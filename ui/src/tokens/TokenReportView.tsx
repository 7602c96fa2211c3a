import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TokenReport } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { useNow } from '../words/use-now.ts';
import { ClaimsTable } from './ClaimsTable.tsx';
import { Findings } from './Findings.tsx';
import { TokenTimeline } from './TokenTimeline.tsx';

interface Props {
  title: string;
  report: TokenReport;
}

/** A token, read: how long it is good for, what is wrong with it, and all that it says. */
export function TokenReportView({ title, report }: Props) {
  const now = useNow();
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 24, minWidth: 0 })}>
      <Section title={title}>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>
          <TokenTimeline issuedAt={report.issuedAt} expiresAt={report.expiresAt} now={now} />
          <Findings findings={report.findings} />
        </div>
      </Section>
      <Section title="Claims">
        <ClaimsTable label="Claims" claims={report.claims} now={now} />
      </Section>
      <Section title="Header">
        <ClaimsTable label="Header" claims={report.header} now={now} />
      </Section>
    </div>
  );
}
