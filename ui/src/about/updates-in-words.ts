import type { Updates } from '../backend/index.ts';

/** Where new versions come from. */
export function updatesInWords(updates: Updates | undefined): string {
  if (!updates) return '';
  if (updates.host === null) {
    return 'This build has no place to get updates from, and never asks for any. New versions come the way that this one came: from your package manager, or from the page where you downloaded it.';
  }
  if (updates.agreed !== true) {
    return `This program looks for updates at ${updates.host} only when you press Look now in Settings.`;
  }
  return `This program looks for updates at ${updates.host} when it starts, at most once a day, because you agreed. Settings has the switch.`;
}
