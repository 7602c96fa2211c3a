import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import Mobile from '@react-spectrum/s2/illustrations/linear/Phone';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

/** What a session is for, when there is none. */
export function NoSessions({ onNew }: { onNew: () => void }) {
  return (
    <IllustratedMessage styles={style({ margin: 'auto' })}>
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
