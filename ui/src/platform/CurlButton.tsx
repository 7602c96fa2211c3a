import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import { copyText } from '../problems/index.ts';

/** Copies a call for the terminal; secrets stand in it as variables. */
export function CurlButton({ curl }: { curl: string }) {
  return (
    <TooltipTrigger>
      <ActionButton onPress={() => void copyText(curl, 'Call copied. Secrets stand in it as variables.')}>
        Copy as curl
      </ActionButton>
      <Tooltip>The same call for a terminal, without secrets</Tooltip>
    </TooltipTrigger>
  );
}
