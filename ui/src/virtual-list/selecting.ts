/** How a row is selected: instead of what was selected, up to it from where the selection began, or in addition. */
export type Selecting = 'one' | 'range' | 'toggle';

export function selectingBy({ shiftKey, ctrlKey, metaKey }: Record<'shiftKey' | 'ctrlKey' | 'metaKey', boolean>) {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'one';
}
