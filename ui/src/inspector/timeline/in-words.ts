import type { Timeline } from '../../backend/index.ts';
import { timeOfDay } from '../list/time.ts';
import { lengthOf } from './span.ts';

const counted = (count: number, one: string) => `${count.toLocaleString()} ${one}${count === 1 ? '' : 's'}`;

/** A moment of the strip in words: when it is, and what happened about then. */
export function momentInWords(density: Timeline | null, moment: number): string {
  const here = density && pieceAt(density, moment);
  if (!here) return timeOfDay(moment);
  const { at } = here;
  const parts = [
    counted(density.all[at] ?? 0, 'event'),
    density.errors[at] ? counted(density.errors[at], 'error') : '',
    density.flags[at] ? counted(density.flags[at], 'flag') : '',
    density.launches[at] ? 'app launch' : '',
  ];
  return [timeOfDay(moment), ...parts.filter((part) => part !== '')].join(', ');
}

function pieceAt({ from, to, all }: Timeline, moment: number): { at: number } | null {
  if (moment < from || moment > to || all.length === 0) return null;
  return { at: Math.min(all.length - 1, Math.floor(((moment - from) / lengthOf({ from, to })) * all.length)) };
}
