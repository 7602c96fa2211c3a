import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TokenFinding } from '../backend/index.ts';
import { SeverityIcon } from './SeverityIcon.tsx';

const list = style({ display: 'flex', flexDirection: 'column', gap: 16, margin: 0, padding: 0, listStyleType: 'none' });
const item = style({ display: 'flex', gap: 8, font: 'ui' });
const words = style({ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 });

/** What was checked, as Rust sorted it: the worst first. */
export function Findings({ findings }: { findings: readonly TokenFinding[] }) {
  return (
    <ul aria-label="What was checked" className={list}>
      {findings.map(({ severity, title, message, nextStep }) => (
        <li key={`${title} ${message}`} className={item}>
          <SeverityIcon severity={severity} />
          <div className={words}>
            <span className={style({ fontWeight: 'bold' })}>{title}</span>
            <span>{message}</span>
            {nextStep ? <span className={style({ fontWeight: 'medium' })}>{nextStep}</span> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
