import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import FolderOpen from '@react-spectrum/s2/illustrations/linear/FolderOpen';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** What archives are for, when there is none. */
export function NoArchives({ onImport }: { onImport: () => void }) {
  return (
    <IllustratedMessage styles={style({ margin: 'auto' })}>
      <FolderOpen />
      <Heading>No archives</Heading>
      <Content>
        Adobe deletes a session and its events 30 days after it was created. Every session that you open is kept here,
        on this computer, for as long as you want. A session that somebody exported can be imported, or dropped here.
      </Content>
      <ButtonGroup>
        <Button variant="accent" onPress={onImport}>
          Import events…
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
