import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { bringKey, openImport, useImport } from '../../imports/index.ts';

interface Props {
  /** Whether files can be chosen and dropped; elsewhere a text can be pasted. */
  isDesktop: boolean;
  hasKey: boolean;
  isDisabled: boolean;
}

/** Takes the user's own key and certificate, in whatever file they are. */
export function OwnKey({ isDesktop, hasKey, isDisabled }: Props) {
  const { isBusy } = useImport();
  return (
    <Disclosure isQuiet size="S" defaultExpanded={hasKey}>
      <DisclosureTitle>I have a key</DisclosureTitle>
      <DisclosurePanel>
        <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' })}>
          {isDesktop ? (
            <ActionButton isPending={isBusy} isDisabled={isDisabled} onPress={bringKey}>
              Choose files…
            </ActionButton>
          ) : null}
          <ActionButton isDisabled={isDisabled} onPress={openImport}>
            Paste text…
          </ActionButton>
          <span className={style({ font: 'ui', color: 'neutral-subdued' })}>
            PEM, DER or PKCS#12, also with a passphrase.{isDesktop ? ' You can drop the files on the window, too.' : ''}
          </span>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
