import { useAnswer } from '../../backend/index.ts';
import { useDraftState } from '../DraftContext.tsx';
import { DraftTextField } from '../DraftTextField.tsx';
import { AdvancedCredentials } from './AdvancedCredentials.tsx';
import { ClientSecret } from './ClientSecret.tsx';
import { ScopePicker } from './ScopePicker.tsx';

const none: never[] = [];

export function CredentialsStep() {
  const { draft } = useDraftState();
  const { data: info } = useAnswer('app_info', null);
  const isServiceAccount = draft.kind === 'serviceAccount';
  return (
    <>
      <DraftTextField field="clientId" label="Client ID" description="Developer Console also calls it API key." />
      <div data-field="clientSecret">
        <ClientSecret key={draft.id} />
      </div>
      {isServiceAccount ? (
        <DraftTextField
          field="technicalAccountId"
          label="Technical account ID"
          description="It ends in @techacct.adobe.com."
        />
      ) : null}
      <div data-field={isServiceAccount ? 'metascopes' : 'scopes'}>
        {isServiceAccount ? (
          <ScopePicker field="metascopes" label="Metascopes" presets={info?.metascopes ?? none} />
        ) : (
          <ScopePicker field="scopes" label="Scopes" presets={info?.scopes ?? none} />
        )}
      </div>
      <AdvancedCredentials />
    </>
  );
}
