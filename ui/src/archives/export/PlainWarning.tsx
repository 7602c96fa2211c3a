import { Content } from '@react-spectrum/s2/Content';
import { Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RedactionPreview } from '../../backend/index.ts';
import { recognizable } from './redaction-words.ts';

/** Says what leaves the computer readable when nothing is made unrecognizable; nothing once nothing was found. */
export function PlainWarning({ preview }: { preview: RedactionPreview | undefined }) {
  const found = preview && recognizable(preview);
  if (found === '') return null;
  return (
    <InlineAlert variant="notice" styles={style({ width: 'full' })}>
      <Heading>Nothing is made unrecognizable</Heading>
      <Content>
        {found
          ? `Whoever gets the file can read: ${found}.`
          : 'Events often hold ECIDs, push tokens, IP addresses and names. Whoever gets the file can read them.'}
      </Content>
    </InlineAlert>
  );
}
