import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import type { IntegrationRow } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { ProblemView } from '../problems/index.ts';
import { TokenReportView } from './TokenReportView.tsx';
import { titleOfToken, wrongInWords } from './token-in-words.ts';
import type { useInspection } from './use-inspection.ts';

interface Props {
  shown: ReturnType<typeof useInspection>['shown'];
  isReading: boolean;
  integrations: readonly IntegrationRow[];
}

const middle = style({ display: 'grid', placeItems: 'center', minHeight: 320 });

/** What came of reading a token; what was read before stays until then. */
export function TokenResult({ shown, isReading, integrations }: Props) {
  const report = shown?.report;
  const title = report ? titleOfToken(report.kind, shown.subject, integrations) : '';
  return (
    <div className={style({ minWidth: 0 })}>
      <VisuallyHidden>
        {/* There from the start, so that what was read is told. */}
        <div role="status">{report ? `${title}: ${wrongInWords(report.findings)}` : ''}</div>
      </VisuallyHidden>
      {shown?.problem ? (
        <ProblemView problem={shown.problem} />
      ) : report ? (
        // A report is read against the time at which it came.
        <TokenReportView key={shown.serial} title={title} report={report} />
      ) : shown ? null : (
        <div className={middle}>{isReading ? <Loading /> : <NoToken />}</div>
      )}
    </div>
  );
}

function NoToken() {
  return (
    <IllustratedMessage size="S">
      <Heading level={2}>No token yet</Heading>
      <Content>
        Paste a token, or choose an integration and read its own. Its header and claims appear here, with what is wrong
        with them.
      </Content>
    </IllustratedMessage>
  );
}
