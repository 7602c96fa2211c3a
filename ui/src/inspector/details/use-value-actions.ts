import { asProblem, backend, type EventRef, type Keep } from '../../backend/index.ts';
import { copyText, showProblem } from '../../problems/index.ts';
import { useInspector } from '../inspector-context.ts';
import { copyEvent } from './copy-event.ts';

/** What can be done with a value of an event, in the order of the menu. */
export const valueActions = [
  { id: 'only', label: 'Show only events with this' },
  { id: 'allBut', label: 'Hide events with this' },
  { id: 'column', label: 'Add as column' },
  { id: 'archives', label: 'Find in all archives' },
  { id: 'copyPath', label: 'Copy path' },
  { id: 'copyValue', label: 'Copy value' },
  { id: 'openLink', label: 'Open the link…' },
] as const;

/** Whether a value, as it is shown, begins like a web address. */
export const isLink = (shown: string) => /^"?https?:\/\//i.test(shown);

export type ValueAction = (typeof valueActions)[number]['id'];

/** Does something with the value at a path of the event's payload. */
export function useValueActions(event: EventRef): (action: ValueAction, path: string) => void {
  const { narrow, addColumn, ask } = useInspector();
  const queryFor = (path: string, keep: Keep) => backend.call('query_value', { ...event, path, keep });

  async function act(action: ValueAction, path: string) {
    if (action === 'copyPath') await copyText(path, 'Path copied.');
    else if (action === 'copyValue') await copyEvent(event, path);
    else if (action === 'openLink') ask({ is: 'link', link: { ...event, path } });
    else if (action === 'column') {
      const made = await queryFor(path, 'only');
      if (made.path !== null) addColumn(made.path);
    } else if (action === 'archives') ask({ is: 'searchArchives', text: (await queryFor(path, 'only')).text });
    else narrow((await queryFor(path, action)).text);
  }

  return (action, path) => void act(action, path).catch((error: unknown) => showProblem(asProblem(error)));
}
