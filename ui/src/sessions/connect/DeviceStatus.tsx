import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionButtonGroup } from '@react-spectrum/s2/ActionButtonGroup';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCommand, type PracticeDevice } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { ClientName } from '../ClientName.tsx';
import { useOpenedView } from '../use-opened-view.ts';
import { useLongWait } from './use-long-wait.ts';
import { WhyNotConnected } from './WhyNotConnected.tsx';

interface Props {
  integration: string;
  session: string;
  practice: boolean;
}

const devices: [PracticeDevice, string][] = [
  ['iphone', 'Connect a simulated iPhone'],
  ['pixel', 'Connect a simulated Pixel'],
];

/** Waits for devices and names them as they join. Following the session is what tells. */
export function DeviceStatus({ integration, session, practice }: Props) {
  const { status, opened } = useOpenedView({ integration, session });
  const connect = useCommand('practice_connect_device');
  const clients = status?.clients.filter((client) => client.connected) ?? [];
  const isWaiting = clients.length === 0;
  const isLong = useLongWait(isWaiting);
  const problem = connect.error ?? opened.error;

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      {problem ? <ProblemView problem={problem} /> : null}
      <div
        role="status"
        className={style({ display: 'flex', alignItems: 'center', columnGap: 12, flexWrap: 'wrap', minHeight: 24 })}
      >
        {isWaiting ? (
          <>
            <ProgressCircle isIndeterminate size="S" aria-label="Waiting" />
            <span>Waiting for a device…</span>
          </>
        ) : (
          <>
            <span>Connected:</span>
            {clients.map((client) => (
              <ClientName key={client.id} client={client} />
            ))}
            <span className={style({ color: 'neutral-subdued' })}>
              Use the app: each event appears in the inspector as it happens.
            </span>
          </>
        )}
      </div>
      {practice ? (
        <ActionButtonGroup size="S" aria-label="Connect a simulated device">
          {devices.map(([device, label]) => (
            <ActionButton
              key={device}
              isDisabled={connect.isPending}
              onPress={() => connect.mutate({ session, device })}
            >
              {label}
            </ActionButton>
          ))}
        </ActionButtonGroup>
      ) : null}
      <WhyNotConnected integration={integration} isShown={isLong && isWaiting} />
    </div>
  );
}
