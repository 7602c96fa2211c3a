import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const text = style({ font: 'body-sm', margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' });
const room = style({ maxHeight: 240, overflow: 'auto' });

/** What is new, in the words of whoever published it: text, and never anything else. */
export function UpdateNotes({ notes }: { notes: string }) {
  if (notes === '') return null;
  return (
    <Disclosure isQuiet size="S" density="compact">
      <DisclosureTitle>What is new</DisclosureTitle>
      <DisclosurePanel>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it is scrolled with the keyboard */}
        <div className={room} role="region" aria-label="What is new" tabIndex={0}>
          <p className={text}>{notes}</p>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
