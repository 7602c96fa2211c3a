import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { IntegrationRow } from '../backend/index.ts';
import { GuideUnderWay } from './GuideUnderWay.tsx';
import { guidesUnderWay } from './offered.ts';

/** The guided changes of an integration that have begun, and the way back into them. */
export function GuidesUnderWay({ row }: { row: IntegrationRow }) {
  const kinds = guidesUnderWay(row);
  if (kinds.length === 0) return null;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      {kinds.map((kind) => (
        <GuideUnderWay key={kind} integration={row.id} kind={kind} />
      ))}
    </div>
  );
}
