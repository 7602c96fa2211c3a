import { clamp } from './window.ts';

interface Place {
  key: string;
  total: number;
  /** The row that is selected, if any. */
  index: number | null;
  rowsPerScreen: number;
}

/** The row that a key leads to; null when the key does not move. */
export function rowAfterKey({ key, total, index, rowsPerScreen }: Place): number | null {
  if (total === 0) return null;
  const last = total - 1;
  const to = (next: number) => clamp(next, 0, last);
  switch (key) {
    case 'ArrowDown':
    case 'j':
      return index === null ? 0 : to(index + 1);
    case 'ArrowUp':
    case 'k':
      return index === null ? last : to(index - 1);
    case 'PageDown':
      return to((index ?? 0) + rowsPerScreen);
    case 'PageUp':
      return to((index ?? last) - rowsPerScreen);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
