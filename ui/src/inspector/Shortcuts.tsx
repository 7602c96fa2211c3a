import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const shortcuts: [string, string][] = [
  ['Ctrl+F  /', 'Filter'],
  ['↑ ↓  j k', 'Next and previous event'],
  ['Home End', 'First event; last event, and follow'],
  ['Page Up, Page Down', 'A screen up or down'],
  ['Enter', 'Details of the event'],
  ['Esc', 'Back'],
  ['Space', 'Pause and resume'],
  ['Ctrl+C', 'Copy the event as JSON'],
  ['Ctrl+E', 'Export events'],
  ['F2', 'Rename the session'],
  ['Ctrl+W', 'Close the session'],
  ['Ctrl+K', 'Every place and action'],
  ['?', 'This list'],
];

const key = style({ font: 'code-sm', color: 'neutral', whiteSpace: 'pre' });

/** The keys of the inspector. */
export function Shortcuts({ onClose }: { onClose: () => void }) {
  return (
    <Dialog size="S">
      <Heading slot="title">Keyboard shortcuts</Heading>
      <Content>
        <dl
          className={style({
            display: 'grid',
            gridTemplateColumns: ['auto', '1fr'],
            columnGap: 24,
            rowGap: 8,
            margin: 0,
          })}
        >
          {shortcuts.map(([keys, what]) => (
            <div key={keys} className={style({ display: 'contents' })}>
              <dt className={key}>{keys}</dt>
              <dd className={style({ margin: 0 })}>{what}</dd>
            </div>
          ))}
        </dl>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
