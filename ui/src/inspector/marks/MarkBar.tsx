import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup';
import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Brush from '@react-spectrum/s2/icons/Brush';
import CommentText from '@react-spectrum/s2/icons/CommentText';
import Flag from '@react-spectrum/s2/icons/Flag';
import VisibilityOff from '@react-spectrum/s2/icons/VisibilityOff';
import { Menu, MenuItem, MenuTrigger, Text } from '@react-spectrum/s2/Menu';
import { ToggleButton } from '@react-spectrum/s2/ToggleButton';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { EventMarks, EventRef } from '../../backend/index.ts';
import { writeNote } from './note-writing.ts';
import { useMarkActions } from './use-mark-actions.ts';
import { colours, flagInWords, hiddenInWords } from './words.ts';

interface Props {
  event: EventRef;
  marks: EventMarks;
}

const none = 'none';

/** Marks one event. */
export function MarkBar({ event, marks }: Props) {
  const { flag, hide, highlight } = useMarkActions(event.event);
  return (
    <ActionButtonGroup aria-label="Marks" size="S" isQuiet density="compact">
      <TooltipTrigger>
        <ToggleButton
          size="S"
          isQuiet
          aria-label="Flag"
          isSelected={marks.flagged !== null}
          onChange={() => void flag()}
        >
          <Flag />
        </ToggleButton>
        <Tooltip>{`${flagInWords(marks)} (f)`}</Tooltip>
      </TooltipTrigger>
      <TooltipTrigger>
        <ToggleButton
          size="S"
          isQuiet
          aria-label="Hide"
          isSelected={marks.hidden !== null}
          onChange={() => void hide()}
        >
          <VisibilityOff />
        </ToggleButton>
        <Tooltip>{`${hiddenInWords(marks)} (h)`}</Tooltip>
      </TooltipTrigger>
      <TooltipTrigger>
        <ActionButton aria-label="Note" onPress={() => writeNote(event.event)}>
          <CommentText />
        </ActionButton>
        <Tooltip>{marks.note === null ? 'Write a note (n)' : 'Change the note (n)'}</Tooltip>
      </TooltipTrigger>
      <MenuTrigger>
        <ActionButton aria-label={marks.highlight === null ? 'Highlight' : `Highlight: ${marks.highlight}`}>
          <Brush />
        </ActionButton>
        <Menu
          aria-label="Highlight"
          selectionMode="single"
          selectedKeys={[marks.highlight ?? none]}
          onSelectionChange={(keys) => {
            const [colour] = colours.find(([name]) => keys !== 'all' && keys.has(name)) ?? [null];
            void highlight(colour);
          }}
        >
          {[...colours, [none, 'None'] as const].map(([id, name]) => (
            <MenuItem key={id} id={id} textValue={name}>
              <Text slot="label">{name}</Text>
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
    </ActionButtonGroup>
  );
}
