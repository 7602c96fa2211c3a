import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { ActionForm, type FormAction } from './forms/ActionForm.tsx';

const titles: Record<FormAction, string> = {
  setConsoleLink: 'Say where the credential is in Developer Console',
  enterSecret: 'Enter a client secret from Developer Console',
  makeCertificate: 'Make another key pair and certificate',
  setScopes: 'Change the scopes',
};

/** Another way to go on, which asks for something. It is folded until it is wanted. */
export function OtherWay({ action }: { action: FormAction }) {
  return (
    <Disclosure isQuiet size="S">
      <DisclosureTitle>{titles[action]}</DisclosureTitle>
      <DisclosurePanel>
        <ActionForm action={action} isUsual={false} />
      </DisclosurePanel>
    </Disclosure>
  );
}
