import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Pause from '@react-spectrum/s2/icons/Pause';
import Play from '@react-spectrum/s2/icons/Play';
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ViewStatus } from '../../backend/index.ts';

/** Freezes the list, and tells what arrived behind it. */
export function PauseButton({ status, onPress }: { status: ViewStatus; onPress: () => void }) {
  const { paused, arrivedWhilePaused, following } = status;
  return (
    <TooltipTrigger>
      <ActionButton isDisabled={following.state === 'ended' && !paused} onPress={onPress}>
        {paused ? <Play /> : <Pause />}
        <Text>{paused ? `Resume (${arrivedWhilePaused.toLocaleString()} new)` : 'Pause'}</Text>
      </ActionButton>
      <Tooltip>
        {paused ? 'Show what arrived and go on (Space)' : 'Freeze the list; events go on arriving (Space)'}
      </Tooltip>
    </TooltipTrigger>
  );
}
