import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2/Tooltip';
import { memo, type ReactElement } from 'react';

interface Props {
  panel: string;
  shown: boolean;
  onShown: (shown: boolean) => void;
  icon: ReactElement;
}

/** Folds a panel away, or brings it back. */
export const PanelToggle = memo(function PanelToggle({ panel, shown, onShown, icon }: Props) {
  const action = `${shown ? 'Hide' : 'Show'} the ${panel}`;
  return (
    <TooltipTrigger>
      <ActionButton isQuiet aria-label={action} onPress={() => onShown(!shown)}>
        {icon}
      </ActionButton>
      <Tooltip>{action}</Tooltip>
    </TooltipTrigger>
  );
});
