import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../../app/route.ts';
import { useAnswer } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { ConnectDetailsView } from './ConnectDetailsView.tsx';
import { DeviceButtons } from './DeviceButtons.tsx';
import { DeviceStatus } from './DeviceStatus.tsx';

interface Props {
  integration: string;
  session: string;
  name: string;
  onClose: () => void;
  /** Whether the way to the inspector is offered; not inside the inspector. */
  offerInspector?: boolean;
}

/** What a device needs to join a session, and whether one has. */
export function ConnectDialog({ integration, session, name, onClose, offerInspector = true }: Props) {
  const { data: details, error, refetch } = useAnswer('session_connect', { integration, session });
  return (
    <Dialog size="L">
      <Heading slot="title">Connect a device to {name}</Heading>
      <Content>
        {error ? (
          <ProblemView
            problem={error}
            actions={
              <Button variant="secondary" onPress={() => void refetch()}>
                Try again
              </Button>
            }
          />
        ) : null}
        {!details && !error ? (
          <div className={style({ display: 'flex', justifyContent: 'center', alignItems: 'center', height: 320 })}>
            <ProgressCircle isIndeterminate aria-label="Asking for the link and the PIN" />
          </div>
        ) : null}
        {details ? (
          <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
            <ConnectDetailsView details={details} />
            <DeviceButtons integration={integration} session={session} pin={details.pin} />
            <DeviceStatus integration={integration} session={session} practice={details.practice} />
          </div>
        ) : null}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          {offerInspector ? 'Close' : 'Done'}
        </Button>
        {offerInspector ? (
          <Button
            variant="accent"
            onPress={() => {
              onClose();
              go(pathOf({ place: 'inspector', integration, session }));
            }}
          >
            Open inspector
          </Button>
        ) : null}
      </ButtonGroup>
    </Dialog>
  );
}
