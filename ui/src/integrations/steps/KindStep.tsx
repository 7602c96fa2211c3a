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
          <Heading>Adobe stopped issuing service accounts</Heading>
          <Content>Use this for AEM or an existing one. For anything new, choose OAuth Server-to-Server.</Content>
        </InlineAlert>
      ) : null}
    </>
  );
}
