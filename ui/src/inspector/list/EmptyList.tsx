import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import FolderOpen from '@react-spectrum/s2/illustrations/linear/FolderOpen';
import NoFilter from '@react-spectrum/s2/illustrations/linear/NoFilter';
import Phone from '@react-spectrum/s2/illustrations/linear/Phone';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

const middle = style({
  position: 'absolute',
  insetX: 0,
  bottom: 0,
  top: 32,
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'center',
});

/** No event yet. */
export function NoEvents({ onConnect }: { onConnect: () => void }) {
  return (
    <div className={middle}>
      <IllustratedMessage>
        <Phone />
        <Heading>No events yet</Heading>
        <Content>Connect a device to this session. Every event of the app appears here as it happens.</Content>
        <ButtonGroup>
          <Button variant="accent" onPress={onConnect}>
            Connect a device
          </Button>
        </ButtonGroup>
      </IllustratedMessage>
    </div>
  );
}

/** An archive that nothing was written to. */
export function EmptyArchive() {
  return (
    <div className={middle}>
      <IllustratedMessage>
        <FolderOpen />
        <Heading>No events in this archive</Heading>
        <Content>Nothing arrived while the session was followed, or the file that was imported had no events.</Content>
      </IllustratedMessage>
    </div>
  );
}

/** The filter hides all events. */
export function FilteredToNothing({ filter, total, onClear }: { filter: string; total: number; onClear: () => void }) {
  return (
    <div className={middle}>
      <IllustratedMessage>
        <NoFilter />
        <Heading>No event matches the filter</Heading>
        <Content>{`${filter} hides ${total === 1 ? 'the only event' : `all ${total.toLocaleString()} events`}.`}</Content>
        <ButtonGroup>
          <Button variant="secondary" onPress={onClear}>
            Clear the filter
          </Button>
        </ButtonGroup>
      </IllustratedMessage>
    </div>
  );
}
