import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface Props {
  isDisabled: boolean;
  hasKey: boolean;
  onKey: () => void;
  onCertificate: () => void;
}

/** Takes the user's own key and certificate from files. */
export function ChooseFiles({ isDisabled, hasKey, onKey, onCertificate }: Props) {
  return (
    <Disclosure isQuiet size="S" defaultExpanded={hasKey}>
      <DisclosureTitle>I have a key</DisclosureTitle>
      <DisclosurePanel>
        <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' })}>
          <ActionButton isDisabled={isDisabled} onPress={onKey}>
            Choose private key…
          </ActionButton>
          <ActionButton isDisabled={isDisabled || !hasKey} onPress={onCertificate}>
            Choose certificate…
          </ActionButton>
          <span className={style({ font: 'ui', color: 'neutral-subdued' })}>or drop the files on the window</span>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
