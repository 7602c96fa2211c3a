import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { CredentialKind } from '../../backend/index.ts';
import { useDraftState } from '../DraftContext.tsx';

export function KindStep() {
  const { draft, edits, sender } = useDraftState();
  const kind = edits.shown.kind ?? draft.kind;
  return (
    <>
      <RadioGroup
        aria-label="Kind"
        value={kind}
        onChange={(value) => {
          sender.type({ kind: value as CredentialKind });
          void sender.flush();
        }}
      >
        <Radio value="oauthServerToServer">OAuth Server-to-Server</Radio>
        <Radio value="serviceAccount">Service account (JWT, older)</Radio>
      </RadioGroup>
      {kind === 'serviceAccount' ? (
        <InlineAlert variant="informative" styles={style({ maxWidth: 640 })}>
          <Heading>Adobe retired service accounts</Heading>
          <Content>
            New ones are no longer issued for Adobe’s services. Choose this for AEM, which still uses them, or for one
            that you have. For anything new, choose OAuth Server-to-Server.
          </Content>
        </InlineAlert>
      ) : (
        <span className={style({ font: 'ui', color: 'neutral-subdued', maxWidth: 640 })}>
          The way for everything new, since Adobe retired service accounts: no key and no certificate to renew.
        </span>
      )}
    </>
  );
}
