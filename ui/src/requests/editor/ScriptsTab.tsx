import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RequestScript } from '../../backend/index.ts';

const code = style({
  font: 'code-xs',
  margin: 0,
  padding: 12,
  borderRadius: 'default',
  backgroundColor: 'gray-75',
  overflow: 'auto',
  maxHeight: 240,
});

/** The scripts that belong to a request. They are shown, and not run. */
export function ScriptsTab({ scripts }: { scripts: readonly RequestScript[] }) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      <p className={style({ font: 'ui', margin: 0 })}>Scripts are shown, not run.</p>
      {scripts.map((script, at) => (
        <section key={at} className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}>
          <h3 className={style({ font: 'title-sm', margin: 0 })}>{headingOf(script)}</h3>
          <p className={style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })}>
            {script.replacedBy ?? 'Nothing takes its place here.'}
          </p>
          <pre
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            tabIndex={0}
            role="group"
            aria-label={headingOf(script)}
            className={code}
          >
            {script.text}
          </pre>
        </section>
      ))}
    </div>
  );
}

function headingOf({ runs, owner }: RequestScript): string {
  const when = runs === 'before' ? 'Before the request' : 'After the answer';
  return owner === null ? when : `${when}, from ${owner}`;
}
