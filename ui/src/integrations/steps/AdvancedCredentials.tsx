import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useDraftState, useFinding } from '../DraftContext.tsx';
import { DraftTextField } from '../DraftTextField.tsx';
import { JwtOptions } from './JwtOptions.tsx';

/** What few need: where the credential is in Developer Console, and how the JWT is made. */
export function AdvancedCredentials() {
  const { draft } = useDraftState();
  const link = useFinding('consoleLink');
  const lifetime = useFinding('jwtLifetime');
  const [isOpen, setOpen] = useState(false);
  return (
    <Disclosure isQuiet size="S" isExpanded={isOpen || link !== null || lifetime !== null} onExpandedChange={setOpen}>
      <DisclosureTitle>Advanced</DisclosureTitle>
      <DisclosurePanel>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 16, paddingY: 8 })}>
          {draft.kind === 'serviceAccount' ? <JwtOptions /> : null}
          <DraftTextField
            field="consoleLink"
            label="Link to Developer Console"
            description="Address of the credential’s page. Rotating the secret or the certificate and migrating to OAuth open it for you."
          />
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}
