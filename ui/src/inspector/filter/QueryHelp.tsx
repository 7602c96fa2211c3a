import { ActionButton } from '@react-spectrum/s2/ActionButton';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import { DialogTrigger, Popover } from '@react-spectrum/s2/Popover';
import { focusRing, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { reference, type Example } from './query-reference.ts';

const place = style({
  display: 'flex',
  flexDirection: 'column',
  gap: 16,
  flexGrow: 1,
  maxHeight: 480,
  padding: 8,
  overflow: 'auto',
  font: 'ui',
});
const row = style({
  display: 'grid',
  gridTemplateColumns: [248, 'minmax(0, 1fr)'],
  columnGap: 12,
  alignItems: 'baseline',
});
const example = style<{ isHovered: boolean; isFocusVisible: boolean }>({
  ...focusRing(),
  justifySelf: 'start',
  paddingX: 8,
  paddingY: 4,
  borderStyle: 'none',
  borderRadius: 'default',
  backgroundColor: { default: 'gray-100', isHovered: 'gray-200' },
  font: 'code-sm',
  color: 'neutral',
  textAlign: 'start',
  cursor: 'default',
});

/** What can be asked, with examples that are taken over by a click. */
export const QueryHelp = memo(function QueryHelp({ onTry }: { onTry: (query: string) => void }) {
  const [isOpen, setOpen] = useState(false);

  function take({ query }: Example) {
    setOpen(false);
    onTry(query);
  }

  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <ActionButton isQuiet aria-label="How to filter">
        <HelpCircle />
      </ActionButton>
      <Popover aria-label="How to filter" placement="bottom" hideArrow size="L">
        <div
          role="region"
          aria-label="Examples"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
          tabIndex={0}
          className={place}
        >
          <p className={style({ margin: 0 })}>An empty filter shows all events. Press an example to try it.</p>
          {reference.map(({ title, examples }) => (
            <section key={title} aria-label={title}>
              <h3 className={style({ font: 'ui', fontWeight: 'bold', margin: 0, marginBottom: 8 })}>{title}</h3>
              <div className={style({ display: 'flex', flexDirection: 'column', gap: 4 })}>
                {examples.map((each) => (
                  <div key={each.query} className={row}>
                    <Button
                      onPress={() => take(each)}
                      className={({ isHovered, isFocusVisible }) => example({ isHovered, isFocusVisible })}
                    >
                      {each.query}
                    </Button>
                    <span className={style({ color: 'neutral-subdued' })}>{each.finds}</span>
                  </div>
                ))}
              </div>
            </section>
          ))}
        </div>
      </Popover>
    </DialogTrigger>
  );
});
