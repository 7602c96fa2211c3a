import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { copyText } from './copy.ts';

/** Adobe's own words, folded away, for a support request. */
export function Details({ text }: { text: string }) {
  return (
    <Disclosure isQuiet size="S" density="compact">
      <DisclosureTitle>Details</DisclosureTitle>
      <DisclosurePanel>
        <div className={style({ display: 'flex', gap: 8, alignItems: 'start' })}>
          <span
            className={style({
              font: 'code-sm',
              flexGrow: 1,
              minWidth: 0,
              whiteSpace: 'pre-wrap',
              wordBreak: 'break-word',
            })}
          >
            {text}
          </span>
          <ActionButton size="S" onPress={() => void copyText(text)}>
            Copy details
          </ActionButton>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
