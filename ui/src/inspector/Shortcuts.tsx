import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const groups: { title: string; keys: [string, string][] }[] = [
  {
    title: 'Move',
    keys: [
      ['↑ ↓  j k', 'Next and previous event'],
      ['PgUp PgDn', 'A screen up or down'],
      ['Home End', 'First event; last event, and follow'],
      ['[ ]', 'Previous and next event of the same kind'],
      ['p', 'Parent of the event'],
      ['Enter', 'Details of the event'],
      ['Esc', 'Back'],
    ],
  },
  {
    title: 'Select and mark',
    keys: [
      ['Shift+↑ ↓', 'Select more events'],
      ['Ctrl+A', 'Select all events'],
      ['Ctrl+C', 'Copy the selected events as JSON'],
      ['f', 'Flag, or take the flag away'],
      ['h', 'Hide, or show again'],
      ['n', 'Write a note'],
      ['Shift+F10', 'What can be done with the event'],
    ],
  },
  {
    title: 'Columns, in the header',
    keys: [
      ['← →', 'Next and previous column'],
      ['Enter', 'Sort; again, the other way round'],
      ['Alt+← →', 'Move the column'],
      ['Shift+← →', 'Make the column narrower or wider'],
      ['↓', 'The column’s menu'],
    ],
  },
  {
    title: 'Session',
    keys: [
      ['Ctrl+F  /', 'Filter'],
      ['Space', 'Pause and resume'],
      ['Ctrl+E', 'Export events'],
      ['F2', 'Rename the session'],
      ['Ctrl+W', 'Close the session'],
      ['Ctrl+K', 'Every place and action'],
      ['?', 'This list'],
    ],
  },
];

const key = style({ font: 'code-sm', color: 'neutral', whiteSpace: 'pre' });
const title = style({ font: 'title-sm', marginTop: 0, marginBottom: 8 });
const list = style({
  font: 'ui',
  display: 'grid',
  gridTemplateColumns: ['auto', '1fr'],
  columnGap: 16,
  rowGap: 8,
  margin: 0,
});
const all = style({
  display: 'grid',
  gridTemplateColumns: { default: ['1fr'], md: ['1fr', '1fr'] },
  columnGap: 32,
  rowGap: 24,
});

/** The keys of the inspector. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog size="XL">
      <Heading slot="title">Keyboard shortcuts</Heading>
      <Content>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls in a small window, by keyboard too */}
        <div role="group" aria-label="Keys" tabIndex={0} className={all}>
          {groups.map((group) => (
            <section key={group.title}>
              <h3 className={title}>{group.title}</h3>
              <dl className={list}>
                {group.keys.map(([keys, what]) => (
                  <div key={keys} className={style({ display: 'contents' })}>
                    <dt className={key}>{keys}</dt>
                    <dd className={style({ margin: 0 })}>{what}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
