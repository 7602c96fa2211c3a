import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Mobile from '@react-spectrum/s2/illustrations/linear/Phone';
import NoSearchResults from '@react-spectrum/s2/illustrations/linear/NoSearchResults';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const place = style({ margin: 'auto' });

/** What a session is for, when there is none. */
export function NoSessions({ onNew }: { onNew: () => void }) {
  return (
    <IllustratedMessage styles={place}>
      <Mobile />
      <Heading>No sessions</Heading>
      <Content>A session connects a device to Assurance and shows every event of your app as it happens.</Content>
      <ButtonGroup>
        <Button variant="accent" onPress={onNew}>
          New session
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}

/** The search hides everything. */
export function NothingFound({ search, total, onClear }: { search: string; total: number; onClear: () => void }) {
  return (
    <IllustratedMessage styles={place}>
      <NoSearchResults />
      <Heading>No session matches “{search}”</Heading>
      <Content>
        {total === 1 ? 'The search hides one session.' : `The search hides ${total.toLocaleString()} sessions.`}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClear}>
          Clear the search
        </Button>
      </ButtonGroup>
    </IllustratedMessage>
  );
}
