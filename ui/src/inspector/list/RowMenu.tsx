import { Menu, MenuItem, MenuSection, SubmenuTrigger } from '@react-spectrum/s2/Menu';
import { remember } from '../../app/remembered.ts';
import { useInspector } from '../inspector-context.ts';
import { useMarkActions } from '../marks/index.ts';
import { colours } from '../marks/words.ts';
import { copyEvents } from './copy-events.ts';
import { useEventWays } from './use-event-ways.ts';

/** What can be done with the selected events. */
export function RowMenu() {
  const { view, shown, selection, openDetails } = useInspector();
  const { filterLike, findInArchives } = useEventWays();
  const marks = useMarkActions();
  const event = shown?.uuid ?? selection[0];
  const count = selection.length;
  function compare() {
    remember('details.tab', 'diff');
    openDetails();
  }

  const actions: Record<string, () => void> = {
    copy: () => void copyEvents(view, selection),
    only: () => event && void filterLike(event, 'only'),
    allBut: () => event && void filterLike(event, 'allBut'),
    compare,
    archives: () => event && void findInArchives(event),
    flag: () => void marks.flag(),
    hide: () => void marks.hide(),
    note: marks.note,
  };

  return (
    <Menu aria-label={count > 1 ? `${count.toLocaleString()} events` : 'Event'} onAction={(key) => actions[key]?.()}>
      <MenuSection>
        <MenuItem id="copy">{count > 1 ? `Copy ${count.toLocaleString()} events as JSON` : 'Copy as JSON'}</MenuItem>
      </MenuSection>
      <MenuSection>
        <MenuItem id="only">Show events like this</MenuItem>
        <MenuItem id="allBut">Hide events like this</MenuItem>
        <MenuItem id="compare">Compare with the previous one</MenuItem>
        <MenuItem id="archives">Find in all archives</MenuItem>
      </MenuSection>
      <MenuSection>
        <MenuItem id="flag">Flag</MenuItem>
        <MenuItem id="hide">Hide</MenuItem>
        <MenuItem id="note">Note…</MenuItem>
        <SubmenuTrigger>
          <MenuItem id="highlight">Highlight</MenuItem>
          <Menu
            aria-label="Highlight"
            onAction={(key) => void marks.highlight(colours.find(([colour]) => colour === key)?.[0] ?? null)}
          >
            {colours.map(([colour, name]) => (
              <MenuItem key={colour} id={colour}>
                {name}
              </MenuItem>
            ))}
            <MenuItem id="none">None</MenuItem>
          </Menu>
        </SubmenuTrigger>
      </MenuSection>
    </Menu>
  );
}
