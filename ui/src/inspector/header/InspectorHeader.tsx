import { ActionButton } from '@react-spectrum/s2/ActionButton';
import DeviceMobile from '@react-spectrum/s2/icons/DeviceMobile';
import Export from '@react-spectrum/s2/icons/Export';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import { memo, useState } from 'react';
import { isArchive } from '../../app/view-places.ts';
import type { ViewStatus } from '../../backend/index.ts';
import { InPlaceField } from '../../sessions/index.ts';
import { Clients } from './Clients.tsx';
import { DaysLeft } from './DaysLeft.tsx';
import { FollowingLight } from './FollowingLight.tsx';
import { PauseButton } from './PauseButton.tsx';
import { renameSession } from './rename-session.ts';
import { SessionMenu } from './SessionMenu.tsx';
import { useRenameKey } from './use-rename-key.ts';

interface Props {
  status: ViewStatus;
  /** Buttons are icons then. */
  isNarrow: boolean;
  onConnect: () => void;
  onPause: () => void;
  onExport: () => void;
  onShortcuts: () => void;
  onReport: () => void;
}

const line = style({ display: 'flex', alignItems: 'center', gap: 16, paddingX: 12, paddingY: 8, minHeight: 32 });

/** How the session is, who is connected, and what can be done with it. */
export const InspectorHeader = memo(function InspectorHeader(props: Props) {
  const { status, isNarrow, onConnect, onPause, onExport, onShortcuts, onReport } = props;
  const [renaming, setRenaming] = useState(false);
  const [assumedName, setAssumedName] = useState<string | null>(null);
  const onlyArchive = isArchive(status);
  const name = assumedName ?? status.name;
  useRenameKey(() => setRenaming(!onlyArchive));

  async function rename(wanted: string) {
    setAssumedName(wanted);
    await renameSession(status, wanted);
    setAssumedName(null);
  }

  return (
    <div className={line}>
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
      <FollowingLight following={onlyArchive ? { state: 'archived' } : status.following} />
      <Clients clients={status.clients} isArchive={onlyArchive} />
      <DaysLeft days={status.daysLeft} />
      <div className={style({ display: 'flex', gap: 8, flexShrink: 0 })}>
        {onlyArchive ? null : (
          <>
            <TooltipTrigger isDisabled={!isNarrow}>
              <ActionButton
                isDisabled={status.following.state === 'ended'}
                onPress={onConnect}
                {...(isNarrow && { 'aria-label': 'Connect' })}
              >
                <DeviceMobile />
                {isNarrow ? null : <Text>Connect</Text>}
              </ActionButton>
              <Tooltip>Connect</Tooltip>
            </TooltipTrigger>
            <PauseButton status={status} isNarrow={isNarrow} onPress={onPause} />
          </>
        )}
        <TooltipTrigger>
          <ActionButton onPress={onExport} {...(isNarrow && { 'aria-label': 'Export…' })}>
            <Export />
            {isNarrow ? null : <Text>Export…</Text>}
          </ActionButton>
          <Tooltip>Export events for other tools and people (Ctrl+E)</Tooltip>
        </TooltipTrigger>
        <SessionMenu
          status={status}
          isArchive={onlyArchive}
          onRename={() => setRenaming(true)}
          onShortcuts={onShortcuts}
          onReport={onReport}
        />
      </div>
    </div>
  );
}, looksTheSame);

/** A status comes ten times a second; what it changes here is rare. */
function looksTheSame(before: Props, now: Props): boolean {
  const { name, following, clients, daysLeft, paused, arrivedWhilePaused, clearedAt, showsHidden } = now.status;
  return (
    before.isNarrow === now.isNarrow &&
    before.status.name === name &&
    before.status.following === following &&
    before.status.clients === clients &&
    before.status.daysLeft === daysLeft &&
    before.status.paused === paused &&
    before.status.arrivedWhilePaused === arrivedWhilePaused &&
    before.status.clearedAt === clearedAt &&
    before.status.showsHidden === showsHidden
  );
}
