import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useEffectEvent, useState } from 'react';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { Page } from '../frame/Page.tsx';
import { MakeJwt } from './MakeJwt.tsx';
import { TokenSource } from './TokenSource.tsx';
import { TokenResult } from './TokenResult.tsx';
import { useInspection } from './use-inspection.ts';

const halves = style({
  display: 'grid',
  gridTemplateColumns: { default: ['minmax(0, 1fr)'], lg: ['minmax(280px, 2fr)', 'minmax(0, 3fr)'] },
  alignItems: 'start',
  gap: 32,
});

const begin = style({ display: 'flex', flexDirection: 'column', gap: 24, minWidth: 0 });

/** The token workbench: what is in a JWT or an access token. It opens with an integration's own token, or empty. */
export function TokensPlace({ integration }: { integration: string | null }) {
  const { all } = useIntegrationInUse();
  const [text, setText] = useState('');
  const [comparedWith, setComparedWith] = useState(integration);
  const inspection = useInspection();
  const row = all?.find(({ id }) => id === comparedWith) ?? null;

  const openOwn = useEffectEvent(() => {
    if (integration) inspection.readOwn(integration);
  });
  useEffect(() => openOwn(), []);

  function read(nextText: string, nextIntegration: string | null): void {
    if (nextText.trim() === '') inspection.clear();
    else inspection.readText(nextText, nextIntegration);
  }

  return (
    <Page width="table">
      <div className={halves}>
        <div className={begin}>
          <TokenSource
            text={text}
            integrations={all ?? []}
            integration={row}
            isReading={inspection.isReading}
            onText={(next) => {
              setText(next);
              read(next, comparedWith);
            }}
            onIntegration={(next) => {
              setComparedWith(next);
              read(text, next);
            }}
            onOwn={inspection.readOwn}
          />
          {row?.kind === 'serviceAccount' ? (
            <MakeJwt key={row.id} row={row} onSigned={(report) => inspection.showSigned(row, report)} />
          ) : null}
        </div>
        <TokenResult shown={inspection.shown} isReading={inspection.isReading} integrations={all ?? []} />
      </div>
    </Page>
  );
}
