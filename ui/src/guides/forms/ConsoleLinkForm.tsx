import type { FormProps } from './ActionForm.tsx';
import { OneField } from './OneField.tsx';

/** Asks where the credential is in Developer Console, so that its API can be asked. */
export function ConsoleLinkForm({ isUsual }: FormProps) {
  return (
    <OneField
      isUsual={isUsual}
      label="Address of the credential in Developer Console"
      description="Open the credential there and copy the address of its page."
      action={(link) => ({ do: 'setConsoleLink', link })}
    />
  );
}
