import { DraftTextField } from '../DraftTextField.tsx';

export function NameStep() {
  return (
    <>
      <DraftTextField field="name" label="Name" description="Yours to choose, such as the project or the app." />
      <DraftTextField
        field="organizationId"
        label="Organization ID"
        description="In Developer Console, on the credential’s page. It ends in @AdobeOrg."
      />
    </>
  );
}
