import { Content } from '@react-spectrum/s2/Content';
import { Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const inWords = new Intl.ListFormat('en', { type: 'conjunction' });

/** Names the secrets that would be written. */
export function SecretsWarning({ secrets }: { secrets: readonly string[] }) {
  if (secrets.length === 0) {
    return <p className={style({ font: 'body', margin: 0 })}>This format has no place for secrets: none is written.</p>;
  }
  return (
    <InlineAlert variant="notice" styles={style({ width: 'full' })}>
      <Heading>Readable by whoever has it: {inWords.format(secrets)}</Heading>
      <Content>
        What you save or copy holds them unprotected, though the preview shows placeholders. Whoever has it can act as
        this integration. Do not send it by mail or chat, and delete it when you no longer need it.
      </Content>
    </InlineAlert>
  );
}
