import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup';
import Compare from '@react-spectrum/s2/icons/Compare';
import Delete from '@react-spectrum/s2/icons/Delete';
import Export from '@react-spectrum/s2/icons/Export';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ComponentType } from 'react';
import type { ArchiveRow } from '../backend/index.ts';

type Act = (archive: ArchiveRow) => void;

interface Props {
  archive: ArchiveRow | undefined;
  onOpen: Act;
  onCompare: Act;
  onExport: Act;
  onDelete: Act;
}

/** What can be done with the selected archive, with the keys that do the same. */
export function ArchiveActions({ archive, onOpen, onCompare, onExport, onDelete }: Props) {
  const action = (label: string, tip: string, Icon: ComponentType, run: Act) => (
    <TooltipTrigger>
      <ActionButton isDisabled={!archive} onPress={() => archive && run(archive)}>
        <Icon />
        <Text>{label}</Text>
      </ActionButton>
      <Tooltip>{tip}</Tooltip>
    </TooltipTrigger>
  );
  return (
    <ActionButtonGroup size="S" aria-label="Selected archive" UNSAFE_style={{ flexWrap: 'wrap' }}>
      {action('Open', 'Open in the inspector (Enter or double-click)', OpenIn, onOpen)}
      {action('Compare…', 'Compare with another session', Compare, onCompare)}
      {action('Export…', 'Export events for other tools and people (Ctrl+E)', Export, onExport)}
      {action('Delete', 'Delete from this computer (Del)', Delete, onDelete)}
    </ActionButtonGroup>
  );
}
