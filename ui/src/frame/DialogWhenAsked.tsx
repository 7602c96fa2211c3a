import { useState, type ReactElement } from 'react';
import { whenShown } from '../app/when-shown.tsx';

interface Props {
  /** The dialog; null while nobody asks for it. */
  children: ReactElement | null;
  onDismiss: () => void;
}

const Container = whenShown(async () => (await import('@react-spectrum/s2/Dialog')).DialogContainer, null);

/** A dialog that may come over any place. The code of dialogs is read with the first one, not at the start. */
export function DialogWhenAsked({ children, onDismiss }: Props) {
  const [wasAsked, setWasAsked] = useState(false);
  if (children !== null && !wasAsked) setWasAsked(true);
  // It stays, because a dialog that closes is shown for a moment longer.
  return wasAsked ? <Container onDismiss={onDismiss}>{children}</Container> : null;
}
