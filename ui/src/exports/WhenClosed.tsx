import { useEffect, useEffectEvent } from 'react';

/**
 * Stands in a dialog's content and tells when that is gone. A dialog in Spectrum's container outlives its closing, with
 * all its state; what must not be there when it opens again is forgotten here.
 */
export function WhenClosed({ forget }: { forget: () => void }) {
  const onGone = useEffectEvent(forget);
  useEffect(() => () => onGone(), []);
  return null;
}
