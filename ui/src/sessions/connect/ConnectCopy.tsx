import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Copy from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import type { ConnectDetails } from '../../backend/index.ts';
import { copyText } from '../../problems/index.ts';

/** Ways to take the link and the PIN elsewhere. */
export function ConnectCopy({ details: { connectLink, pin, edgeHeader } }: { details: ConnectDetails }) {
  return (
    <div role="group" aria-label="Copy" className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}>
      <ActionButton size="S" onPress={() => void copyText(connectLink, 'Link copied.')}>
        <Copy />
        <Text>Copy link</Text>
      </ActionButton>
      {pin ? (
        <ActionButton size="S" onPress={() => void copyText(pin, 'PIN copied.')}>
          <Copy />
          <Text>Copy PIN</Text>
        </ActionButton>
      ) : null}
      {pin ? (
        <ActionButton size="S" onPress={() => void copyText(`${connectLink}\nPIN: ${pin}`, 'Link and PIN copied.')}>
          <Copy />
          <Text>Copy both</Text>
        </ActionButton>
      ) : null}
      <TooltipTrigger>
        <ActionButton size="S" onPress={() => void copyText(edgeHeader, 'Edge header copied.')}>
          <Copy />
          <Text>Copy Edge header</Text>
        </ActionButton>
        <Tooltip>Sends a call of the Edge Network, for example from Postman, to this session</Tooltip>
      </TooltipTrigger>
    </div>
  );
}
