import { Button } from '@react-spectrum/s2/Button';
import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import type { AdobeHost } from '../../backend/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { changeRequest, sendDraft, stopSending } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';
import { AddressField } from './AddressField.tsx';
import { withService } from './check-words.ts';

interface Props {
  draft: Draft;
  adobeHosts: readonly AdobeHost[];
  /** The id of what tells where the request goes. */
  describedBy: string;
}

const usual = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

/** Method and address, and the button that sends or stops. */
export function RequestLine({ draft, adobeHosts, describedBy }: Props) {
  const { under } = useRequests();
  const { key, request, underWay } = draft;
  const methods = usual.includes(request.method) ? usual : [...usual, request.method];
  return (
    <div className={style({ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' })}>
      <Picker
        aria-label="Method"
        selectedKey={request.method}
        onSelectionChange={(method) => changeRequest(key, { method: String(method) })}
        styles={style({ width: 112, flexShrink: 0 })}
      >
        {methods.map((method) => (
          <PickerItem key={method} id={method}>
            {method}
          </PickerItem>
        ))}
      </Picker>
      <AddressField value={request.url} onChange={(url) => changeRequest(key, { url })} describedBy={describedBy} />
      <MenuTrigger align="end">
        <ActionButton isDisabled={adobeHosts.length === 0}>Service</ActionButton>
        <Menu
          aria-label="Adobe’s services"
          onAction={(address) => changeRequest(key, { url: withService(request.url, String(address)) })}
        >
          {adobeHosts.map(({ service, address }) => (
            <MenuItem key={address} id={address} textValue={service}>
              <Text slot="label">{service}</Text>
              <Text slot="description">{address}</Text>
            </MenuItem>
          ))}
        </Menu>
      </MenuTrigger>
      {underWay === null ? (
        <Button
          variant="accent"
          isDisabled={request.url.trim() === ''}
          onPress={() => void sendDraft(key, under)}
          styles={style({ width: 80, flexShrink: 0 })}
        >
          Send
        </Button>
      ) : (
        <Button
          variant="secondary"
          onPress={() => void stopSending(underWay)}
          styles={style({ width: 80, flexShrink: 0 })}
        >
          Stop
        </Button>
      )}
    </div>
  );
}
