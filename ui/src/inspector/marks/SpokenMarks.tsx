import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import { SharedValue, useShared } from '../../app/shared-value.ts';

const text = new SharedValue('');

/** Tells those who do not see the list what a key has done to it. */
export function sayMark(words: string): void {
  // The same words twice are told twice.
  text.set('');
  requestAnimationFrame(() => text.set(words));
}

/** Where that is told; shown once in the inspector. */
export function SpokenMarks() {
  const told = useShared(text);
  return (
    <VisuallyHidden>
      <div role="status" aria-label="Marks">
        {told}
      </div>
    </VisuallyHidden>
  );
}
