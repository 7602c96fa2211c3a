import { Button } from '@react-spectrum/s2/Button';
import { Content, Heading, InlineAlert } from '@react-spectrum/s2/InlineAlert';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';

/** What comes after the last step. */
export function AllDone({ integration }: { integration: string }) {
  return (
    <InlineAlert variant="positive" styles={style({ width: 'full', maxWidth: 800 })}>
      <Heading>Everything is done</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', alignItems: 'start', gap: 12 })}>
          <span>Make a session, connect a device to it, and watch its events arrive.</span>
          <Button variant="secondary" onPress={() => go(pathOf({ place: 'sessions', integration }))}>
            Open Sessions
          </Button>
        </div>
      </Content>
    </InlineAlert>
  );
}
