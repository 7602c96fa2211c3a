import type { FormProps } from './ActionForm.tsx';
import { OneField } from './OneField.tsx';

/** Takes a client secret that was made in Developer Console. It goes to the vault and never comes back. */
export function SecretForm({ isUsual }: FormProps) {
  return (
    <OneField
      isUsual={isUsual}
      type="password"
      label="New client secret"
      description="As Developer Console shows it. It is kept on this computer, sealed, and not shown again."
      action={(clientSecret) => ({ do: 'enterSecret', clientSecret })}
    />
  );
}
