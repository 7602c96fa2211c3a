import type { GuideActionName } from '../../backend/index.ts';
import { CertificateForm } from './CertificateForm.tsx';
import { ConsoleLinkForm } from './ConsoleLinkForm.tsx';
import { ScopesForm } from './ScopesForm.tsx';
import { SecretForm } from './SecretForm.tsx';

/** The actions that ask for something to be filled in. */
export type FormAction = 'setConsoleLink' | 'enterSecret' | 'makeCertificate' | 'setScopes';

export interface FormProps {
  /** Whether this is the usual way to go on, so that its button stands out. */
  isUsual: boolean;
}

const forms: Record<FormAction, (props: FormProps) => React.JSX.Element> = {
  setConsoleLink: ConsoleLinkForm,
  enterSecret: SecretForm,
  makeCertificate: CertificateForm,
  setScopes: ScopesForm,
};

export function isForm(action: GuideActionName): action is FormAction {
  return action in forms;
}

/** Asks for what an action needs. What was typed stays when it is refused. */
export function ActionForm({ action, isUsual }: FormProps & { action: FormAction }) {
  const Fields = forms[action];
  return <Fields isUsual={isUsual} />;
}
