import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import FolderOpen from '@react-spectrum/s2/illustrations/linear/FolderOpen';
import NoSearchResults from '@react-spectrum/s2/illustrations/linear/NoSearchResults';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const place = style({ margin: 'auto' });

/** What archives are for, when there is none. */
export function NoArchives({ onImport }: { onImport: () => void }) {
  return (
    <IllustratedMessage styles={place}>
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

/** The search hides everything. */
export function NoArchiveFound({ search, total, onClear }: { search: string; total: number; onClear: () => void }) {
  return (
    <IllustratedMessage styles={place}>
      <NoSearchResults />
      <Heading>No archive matches “{search}”</Heading>
      <Content>
        {total === 1 ? 'The search hides one archive.' : `The search hides ${total.toLocaleString()} archives.`}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClear}>
          Clear the search
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
