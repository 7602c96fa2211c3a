import { ActionButton } from '@react-spectrum/s2/ActionButton';
import type { ConsoleEntry } from '../backend/index.ts';
import { entryName } from './entry-in-words.ts';
import { actionLabel } from './guide-words.ts';
import { useBusy, useGuideState } from './GuideContext.tsx';

interface Props {
  entry: ConsoleEntry;
  onPress: () => void;
}

/** Deletes a client secret or retires a certificate. What is needed has no such button. */
export function RetireButton({ entry, onPress }: Props) {
  const { guide } = useGuideState();
  const { isPending, isDisabled } = useBusy('retireOld');
  if (!entry.canRetire) return null;
  const label = actionLabel(guide.guide, 'retireOld');
  return (
    <ActionButton
      size="S"
      isDisabled={isPending || isDisabled}
      aria-label={`${label.replace('…', '')} ${entryName(guide.guide, entry)}`}
      onPress={onPress}
    >
      {label}
    </ActionButton>
  );
}
