import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Visibility from '@react-spectrum/s2/icons/Visibility';
import VisibilityOff from '@react-spectrum/s2/icons/VisibilityOff';
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ViewStatus } from '../../backend/index.ts';
import { dateAndZone } from '../list/time.ts';
import { showHidden } from './clearing.ts';
import { clearedInWords, hiddenCount } from './words.ts';

/** How many events match the filter and are hidden, and a way to see them. */
export function HiddenPill({ status }: { status: ViewStatus }) {
  const { view, showsHidden, clearedAt } = status;
  const count = hiddenCount(status);
  if (count === null) return null;
  const why =
    clearedAt === null
      ? 'Hidden events'
      : `Hidden, or from before the session was ${clearedInWords(status, dateAndZone(clearedAt))}`;
  return (
    <TooltipTrigger>
      <ActionButton
        size="S"
        onPress={() => void showHidden(view, !showsHidden)}
        UNSAFE_style={{ flexShrink: 0, whiteSpace: 'nowrap' }}
      >
        {showsHidden ? <VisibilityOff /> : <Visibility />}
        <Text>{`${count.text} · ${count.action}`}</Text>
      </ActionButton>
      <Tooltip>{why}</Tooltip>
    </TooltipTrigger>
  );
}
