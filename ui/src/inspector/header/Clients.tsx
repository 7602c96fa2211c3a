import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ClientRow } from '../../backend/index.ts';
import { ClientName } from '../../sessions/index.ts';

const line = style({
  display: 'flex',
  alignItems: 'center',
  gap: 12,
  flexGrow: 1,
  minWidth: 0,
  overflow: 'hidden',
  font: 'ui',
});

interface Props {
  clients: ClientRow[];
  /** In an archive, nobody is connected, and that goes without saying. */
  isArchive: boolean;
}

/** The app instances whose events these are. */
export function Clients({ clients, isArchive }: Props) {
  return (
    <div role="group" aria-label="Clients" className={line}>
      {clients.length === 0 ? (
        <span className={style({ color: 'neutral-subdued' })}>{isArchive ? 'No client' : 'No client yet'}</span>
      ) : (
        clients.map((client) => (
          <ClientName key={client.id} client={isArchive ? { ...client, connected: true } : client} />
        ))
      )}
    </div>
  );
}
