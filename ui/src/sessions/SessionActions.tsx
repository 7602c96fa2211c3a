import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup';
import Archive from '@react-spectrum/s2/icons/Archive';
import Delete from '@react-spectrum/s2/icons/Delete';
import DeviceMobile from '@react-spectrum/s2/icons/DeviceMobile';
import Link from '@react-spectrum/s2/icons/Link';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import Rename from '@react-spectrum/s2/icons/Rename';
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ComponentType } from 'react';
import type { SessionRow } from '../backend/index.ts';
import type { EditedField } from './table/SessionsTable.tsx';

interface Props {
  /** The selected sessions. */
  sessions: readonly SessionRow[];
  onOpen: (session: SessionRow) => void;
  onConnect: (session: SessionRow) => void;
  onEdit: (session: SessionRow, field: EditedField) => void;
  onArchive: (sessions: readonly SessionRow[]) => void;
  onDelete: (sessions: readonly SessionRow[]) => void;
}

/** What can be done with the selected sessions, with the keys that do the same. */
export function SessionActions({ sessions, onOpen, onConnect, onEdit, onArchive, onDelete }: Props) {
  const one = sessions.length === 1 ? sessions[0] : undefined;

  const action = (label: string, tip: string, Icon: ComponentType, run: (() => void) | undefined) => (
    <TooltipTrigger>
      <ActionButton isDisabled={!run} onPress={() => run?.()}>
        <Icon />
        <Text>{label}</Text>
      </ActionButton>
      <Tooltip>{tip}</Tooltip>
    </TooltipTrigger>
  );
  const forOne = (run: (session: SessionRow) => void) => one && (() => run(one));
  const forAll = (run: (sessions: readonly SessionRow[]) => void) =>
    sessions.length > 0 ? () => run(sessions) : undefined;

  return (
    <ActionButtonGroup size="S" aria-label="Selected sessions" UNSAFE_style={{ flexWrap: 'wrap' }}>
      {action('Open', 'Open in the inspector (Enter)', OpenIn, forOne(onOpen))}
      {action('Connect', 'Show QR code, link and PIN', DeviceMobile, forOne(onConnect))}
      {action(
        'Rename',
        'Rename in place (F2 or double-click)',
        Rename,
        forOne((each) => onEdit(each, 'name')),
      )}
      {action(
        'Change link',
        'Change the link in place (double-click)',
        Link,
        forOne((each) => onEdit(each, 'link')),
      )}
      {action('Archive now', 'Keep all events on this computer', Archive, forAll(onArchive))}
      {action('Delete', 'Delete at Adobe (Del)', Delete, forAll(onDelete))}
    </ActionButtonGroup>
  );
}
