import { asProblem, backend, type Keep } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';
import { useInspector } from '../inspector-context.ts';

/** Ways from one event to others. */
export function useEventWays() {
  const { view, shown, showEvent, narrow, ask } = useInspector();

  /** The next or previous event of the list with the same name, type and source. */
  async function goToSameKind(next: boolean) {
    if (!shown) return;
    await reporting(async () => {
      const found = await backend.call('event_neighbour', { view, event: shown.uuid, next });
      if (found) showEvent(found.uuid, found.index);
      else showDone(`There is no ${next ? 'later' : 'earlier'} event of this kind in the list.`);
    });
  }

  /** The event that the shown one answers to. */
  async function goToParent() {
    if (!shown) return;
    await reporting(async () => {
      const { parent } = await backend.call('event_related', { view, event: shown.uuid });
      if (parent === null) showDone('This event has no parent in the session.');
      else showEvent(parent);
    });
  }

  /** Shows only events like one, or hides them. */
  async function filterLike(event: string, keep: Keep) {
    await reporting(async () => narrow((await backend.call('query_like', { view, event, keep })).text));
  }

  async function findInArchives(event: string) {
    await reporting(async () => {
      const { text } = await backend.call('query_like', { view, event, keep: 'only' });
      ask({ is: 'searchArchives', text });
    });
  }

  return { goToSameKind, goToParent, filterLike, findInArchives };
}

async function reporting(act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    showProblem(asProblem(error));
  }
}
