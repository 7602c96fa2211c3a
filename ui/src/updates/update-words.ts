import type { OfferedUpdate, Updates, UpdateState } from '../backend/index.ts';
import { sizeInWords } from '../words/size.ts';
import { day } from '../words/time.ts';

/** The version that there is to tell of, if any. */
export function updateOf(state: UpdateState): OfferedUpdate | null {
  return 'update' in state ? state.update : null;
}

/** Whether Home tells of a newer version: not of one that was skipped or put off, but always of a download that goes on. */
export function isTold({ state }: Updates, putOff: string | null): boolean {
  const update = updateOf(state);
  if (!update) return false;
  if (state.state === 'downloading') return true;
  return update.version !== putOff && !(state.state === 'offered' && update.skipped);
}

/** What is there, in a few words. */
export function titleOf(state: UpdateState): string {
  const version = updateOf(state)?.version ?? '';
  switch (state.state) {
    case 'downloading':
      return `Version ${version} is being downloaded`;
    case 'ready':
      return `Version ${version} is ready to be installed`;
    default:
      return `Version ${version} is available`;
  }
}

/** How this copy of the program gets it. */
export function wayInWords(state: UpdateState): string {
  const update = updateOf(state);
  if (!update) return '';
  if (state.state === 'ready') {
    return 'Its signature is right. The program closes and starts again; what is followed is kept, as when you close the window.';
  }
  if (state.state === 'downloading') return '';
  switch (update.way) {
    case 'itself':
      return 'It is installed only if its signature is right, and only when you say so.';
    case 'page':
      return 'This copy cannot replace itself: a package manager installed it, or it lies where it cannot be written. Install the new version the way that this one came.';
    case 'elsewhere':
      return 'This copy cannot replace itself. Install the new version the way that this one came.';
  }
}

/** When it was published. */
export function publishedInWords({ date }: OfferedUpdate): string | null {
  return date === null ? null : `Published on ${day(date)}.`;
}

/** How much of a download is there. */
export function receivedInWords(received: number, size: number | null): string {
  return size === null ? sizeInWords(received) : `${sizeInWords(received)} of ${sizeInWords(size)}`;
}
