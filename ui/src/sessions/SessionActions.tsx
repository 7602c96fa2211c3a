import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup';
import Delete from '@react-spectrum/s2/icons/Delete';
import DeviceMobile from '@react-spectrum/s2/icons/DeviceMobile';
import Link from '@react-spectrum/s2/icons/Link';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import Rename from '@react-spectrum/s2/icons/Rename';
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ComponentType } from 'react';
import type { SessionRow } from '../backend/index.ts';
import type { EditedField } from './SessionsTable.tsx';

interface Props {
  session: SessionRow | undefined;
  onOpen: (session: SessionRow) => void;
  onConnect: (session: SessionRow) => void;
  onEdit: (session: SessionRow, field: EditedField) => void;
  onDelete: (session: SessionRow) => void;
}

/** What can be done with the selected session, with the keys that do the same. */
export function SessionActions({ session, onOpen, onConnect, onEdit, onDelete }: Props) {
  const action = (label: string, tip: string, Icon: ComponentType, run: (session: SessionRow) => void) => (
    <TooltipTrigger>
      <ActionButton isDisabled={!session} onPress={() => session && run(session)}>
        <Icon />
        <Text>{label}</Text>
      </ActionButton>
      <Tooltip>{tip}</Tooltip>
    </TooltipTrigger>
  );
  return (
    <ActionButtonGroup size="S" aria-label="Selected session">
      {action('Open', 'Open in the inspector (Enter)', OpenIn, onOpen)}
      {action('Connect', 'Show QR code, link and PIN', DeviceMobile, onConnect)}
      {action('Rename', 'Rename in place (F2 or double-click)', Rename, (each) => onEdit(each, 'name'))}
      {action('Change link', 'Change the link in place (double-click)', Link, (each) => onEdit(each, 'link'))}
      {action('Delete', 'Delete at Adobe (Del)', Delete, onDelete)}
    </ActionButtonGroup>
  );
}
