import { ActionButton } from '@react-spectrum/s2/ActionButton';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import { useState } from 'react';
import { useCommand, type FoundDevice } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { useFoundDevices } from './use-found-devices.ts';

interface Props {
  integration: string;
  session: string;
  pin: string | null;
}

const note = style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 });

/** Opens the link on devices of this computer; nothing where no tool reaches devices. */
export function DeviceButtons({ integration, session, pin }: Props) {
  const found = useFoundDevices();
  const [openedOn, setOpenedOn] = useState<string | null>(null);
  const open = useCommand('device_open');
  if (!found || found.tools.length === 0) return null;

  function openOn({ tool, id, name }: FoundDevice) {
    setOpenedOn(null);
    open.mutate({ integration, session, tool, device: id }, { onSuccess: () => setOpenedOn(name) });
  }

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      {found.devices.length === 0 ? (
        <p className={note}>{`${inWords(found.tools)} finds no device. Plug one in, or start an emulator.`}</p>
      ) : (
        <div
          role="group"
          aria-label="Devices of this computer"
          className={style({ display: 'flex', flexWrap: 'wrap', gap: 8 })}
        >
          {found.devices.map((device) => (
            <ActionButton
              size="S"
              key={`${device.tool} ${device.id}`}
              isDisabled={device.hindrance !== null || open.isPending}
              onPress={() => openOn(device)}
            >
              <OpenIn />
              <Text>{`Open on ${device.name}`}</Text>
            </ActionButton>
          ))}
        </div>
      )}
      {found.devices.map(({ tool, id, name, hindrance }) =>
        hindrance === null ? null : (
          <p key={`${tool} ${id}`} className={note}>
            {`${name}: ${hindrance}`}
          </p>
        ),
      )}
      {open.error ? <ProblemView problem={open.error} /> : null}
      <p role="status" className={note}>
        {openedOn === null ? '' : `The link is open on ${openedOn}. ${pin ? `Type the PIN ${pin} there.` : ''}`}
      </p>
    </div>
  );
}

const inWords = (tools: readonly string[]): string => tools.join(' and ');
