import { ActionButton } from '@react-spectrum/s2/ActionButton';
import DeviceMobile from '@react-spectrum/s2/icons/DeviceMobile';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { memo, useState } from 'react';
import type { ViewStatus } from '../../backend/index.ts';
import { ClientName, daysInWords, InPlaceField } from '../../sessions/index.ts';
import { FollowingLight } from './FollowingLight.tsx';
import { PauseButton } from './PauseButton.tsx';
import { renameSession } from './rename-session.ts';
import { SessionMenu } from './SessionMenu.tsx';

interface Props {
  status: ViewStatus;
  onConnect: () => void;
  onPause: () => void;
  onShortcuts: () => void;
}

/** How the session is, who is connected, and what can be done with it. */
export const InspectorHeader = memo(function InspectorHeader({ status, onConnect, onPause, onShortcuts }: Props) {
  const [renaming, setRenaming] = useState(false);
  const [assumedName, setAssumedName] = useState<string | null>(null);
  const ended = status.following.state === 'ended';
  const name = assumedName ?? status.name;

  async function rename(wanted: string) {
    setAssumedName(wanted);
    await renameSession(status, wanted);
    setAssumedName(null);
  }

  return (
    <div
      className={style({ display: 'flex', alignItems: 'center', gap: 16, paddingX: 12, paddingY: 8, minHeight: 32 })}
    >
      {renaming ? (
        <div className={style({ width: 240 })}>
          <InPlaceField
            label="Name of the session"
            value={name}
            onSave={(wanted) => void rename(wanted)}
            onLeave={() => setRenaming(false)}
          />
        </div>
      ) : null}
      <FollowingLight following={status.following} />
      <div
        role="group"
        aria-label="Clients"
        className={style({
          display: 'flex',
          alignItems: 'center',
          gap: 12,
          flexGrow: 1,
          minWidth: 0,
          overflow: 'hidden',
          font: 'ui',
        })}
      >
        {status.clients.length === 0 ? (
          <span className={style({ color: 'neutral-subdued' })}>No client yet</span>
        ) : (
          status.clients.map((client) => <ClientName key={client.id} client={client} />)
        )}
      </div>
      {status.daysLeft === null ? null : (
        <span
          title="Adobe deletes a session 30 days after it was created."
          className={style({ font: 'ui', color: 'neutral-subdued', whiteSpace: 'nowrap' })}
        >
          {`${daysInWords(status.daysLeft)} left`}
        </span>
      )}
      <div className={style({ display: 'flex', gap: 8, flexShrink: 0 })}>
        <ActionButton isDisabled={ended} onPress={onConnect}>
          <DeviceMobile />
          <Text>Connect</Text>
        </ActionButton>
        <PauseButton status={status} onPress={onPause} />
        <SessionMenu status={status} onRename={() => setRenaming(true)} onShortcuts={onShortcuts} />
      </div>
    </div>
  );
}, looksTheSame);

/** A status comes ten times a second; what it changes here is rare. */
function looksTheSame(before: Props, now: Props): boolean {
  const { name, following, clients, daysLeft, paused, arrivedWhilePaused } = now.status;
  return (
    before.status.name === name &&
    before.status.following === following &&
    before.status.clients === clients &&
    before.status.daysLeft === daysLeft &&
    before.status.paused === paused &&
    before.status.arrivedWhilePaused === arrivedWhilePaused
  );
}
