import { useRef, type KeyboardEvent } from 'react';
import { asProblem } from '../../backend/index.ts';
import { showProblem } from '../../problems/index.ts';
import { rowAfterKey, selectingBy, type Selecting } from '../../virtual-list/index.ts';

interface Far {
  /** Whether the event that keys move from is out of sight, where others may have come in before it. */
  isFar: () => boolean;
  /** Where the list shows that event now. */
  place: () => Promise<number | null>;
  total: number;
  rowsPerScreen: () => number;
  goTo: (index: number, how: Selecting) => void;
}

/** Keys that move from an event out of sight: from where the list has it now, which is asked first. */
export function useFarKey({ isFar, place, total, rowsPerScreen, goTo }: Far): (event: KeyboardEvent) => boolean {
  const asked = useRef(0);

  async function move(event: { key: string; how: Selecting; turn: number }) {
    try {
      const index = await place();
      const next = rowAfterKey({ key: event.key, total, index, rowsPerScreen: rowsPerScreen() });
      if (event.turn === asked.current && next !== null) goTo(next, event.how);
    } catch (error) {
      showProblem(asProblem(error));
    }
  }

  return (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    // Whatever is pressed next counts, and not what is still asked for.
    asked.current += 1;
    const moves = rowAfterKey({ key, total, index: null, rowsPerScreen: rowsPerScreen() }) !== null;
    if (!moves || key === 'Home' || key === 'End' || ctrlKey || metaKey || altKey || !isFar()) return false;
    void move({ key, how: selectingBy(event), turn: asked.current });
    return true;
  };
}
