import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ClientRow } from '../backend/index.ts';
import { ClientSwatch } from './ClientSwatch.tsx';

/** A connected app instance: its colour and its device's name. */
export function ClientName({ client }: { client: ClientRow }) {
  return (
    <span
      title={client.system ?? undefined}
      className={style({ display: 'inline-flex', alignItems: 'center', gap: 4, whiteSpace: 'nowrap' })}
    >
      <ClientSwatch colour={client.colour} />
      {client.name}
      {client.connected ? null : <span className={style({ color: 'neutral-subdued' })}>(gone)</span>}
    </span>
  );
}
