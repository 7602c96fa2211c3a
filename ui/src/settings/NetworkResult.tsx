import { Content } from '@react-spectrum/s2/Content';
import { Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { NetworkReport } from '../backend/index.ts';
import { clockInWords } from './clock-in-words.ts';

/** What came of trying the connection. */
export function NetworkResult({ report }: { report: NetworkReport }) {
  const { host, proxy, clockAheadSeconds } = report;
  return (
    <InlineAlert variant="positive" styles={style({ width: 'full', maxWidth: 800 })}>
      <Heading>{host} answered</Heading>
      <Content>
        {proxy ? `Through the proxy ${proxy}.` : 'No proxy in between.'}
        {clockAheadSeconds === null ? null : ` ${clockInWords(clockAheadSeconds)}`}
      </Content>
    </InlineAlert>
  );
}
