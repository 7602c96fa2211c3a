import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Pause from '@react-spectrum/s2/icons/Pause';
import Play from '@react-spectrum/s2/icons/Play';
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ViewStatus } from '../../backend/index.ts';

interface Props {
  status: ViewStatus;
  isNarrow: boolean;
  onPress: () => void;
}

/** Freezes the list, and tells what arrived behind it. */
export function PauseButton({ status, isNarrow, onPress }: Props) {
  const { paused, arrivedWhilePaused, following } = status;
  const words = paused ? `Resume (${arrivedWhilePaused.toLocaleString()} new)` : 'Pause';
  return (
    <TooltipTrigger>
      <ActionButton
        isDisabled={following.state === 'ended' && !paused}
        onPress={onPress}
        {...(isNarrow && { 'aria-label': words })}
      >
        {paused ? <Play /> : <Pause />}
        {isNarrow ? null : <Text>{words}</Text>}
      </ActionButton>
      <Tooltip>
        {paused ? 'Show what arrived and go on (Space)' : 'Freeze the list; events go on arriving (Space)'}
      </Tooltip>
    </TooltipTrigger>
  );
}
