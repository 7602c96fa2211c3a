import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RedactionPreview, RuleFindings } from '../../backend/index.ts';
import { eventsInWords } from '../archive-words.ts';
import { findingsInWords, notFound, ruleNames } from './redaction-words.ts';

interface Props {
  preview: RedactionPreview;
  /** Whether what was found goes, or would only be there to go. */
  isApplied: boolean;
}

const list = style({ display: 'flex', flexDirection: 'column', gap: 12, margin: 0, padding: 0, listStyleType: 'none' });
const sample = style({
  display: 'grid',
  gridTemplateColumns: ['minmax(0, 5fr)', 'minmax(0, 2fr)', 'minmax(0, 2fr)'],
  columnGap: 12,
  font: 'code-xs',
  paddingY: 2,
});

/** What the rules find, with a few examples each. */
export function RedactionFindings({ preview, isApplied }: Props) {
  const { events, changed, rules } = preview;
  const found = rules.filter(({ values }) => values > 0);
  const missing = notFound(preview);
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, font: 'ui' })}>
      <span role="status">
        {isApplied
          ? `${changed.toLocaleString()} of ${eventsInWords(events)} will be changed.`
          : `${changed.toLocaleString()} of ${eventsInWords(events)} could be changed.`}
      </span>
      <ul aria-label="What was found" className={list}>
        {found.map((findings) => (
          <Findings key={findings.rule} findings={findings} />
        ))}
        {missing === '' ? null : <li className={style({ color: 'neutral-subdued' })}>Not found: {missing}.</li>}
      </ul>
    </div>
  );
}

function Findings({ findings }: { findings: RuleFindings }) {
  const { rule, samples } = findings;
  return (
    <li>
      <span className={style({ fontWeight: 'medium' })}>{ruleNames[rule].name}</span>
      <span className={style({ color: 'neutral-subdued' })}>: {findingsInWords(findings)}</span>
      {samples.map(({ path, value, replacement }) => (
        <div key={`${path} ${value}`} className={sample}>
          <span title={path} className={style({ truncate: true, color: 'neutral-subdued' })}>
            {path}
          </span>
          <span title={value} className={style({ truncate: true })}>
            {value}
          </span>
          <span title={replacement} className={style({ truncate: true })}>
            → {replacement}
          </span>
        </div>
      ))}
    </li>
  );
}
