import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { RequestShelf } from '../../backend/index.ts';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { useShelfCommand } from '../use-shelf.ts';

const heading = style({ font: 'title-sm', margin: 0 });
const list = style({ display: 'flex', flexDirection: 'column', gap: 4, margin: 0, padding: 0, listStyleType: 'none' });
const line = style({ display: 'flex', alignItems: 'center', gap: 12, minHeight: 32 });

/** The hosts that get the access token: those that the user allowed, which can be taken back, and Adobe's. */
export function HostsDialog({ shelf, onClose }: { shelf: RequestShelf | undefined; onClose: () => void }) {
  const allow = useShelfCommand('host_allow');
  const allowed = shelf?.allowedHosts ?? [];
  return (
    <Dialog size="M">
      <Heading slot="title">Hosts that get the access token</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 12, font: 'ui' })}>
          <h3 className={heading}>Allowed by you</h3>
          {allowed.length === 0 ? (
            <SmallNote>None. A request to another host goes without the access token.</SmallNote>
          ) : (
            <ul aria-label="Allowed by you" className={list}>
              {allowed.map((host) => (
                <li key={host} className={line}>
                  <span className={style({ font: 'code-xs', flexGrow: 1 })}>{host}</span>
                  <ActionButton size="S" aria-label={`Remove ${host}`} onPress={() => allow({ host, allowed: false })}>
                    Remove
                  </ActionButton>
                </li>
              ))}
            </ul>
          )}
          <h3 className={heading}>Adobe’s</h3>
          <ul aria-label="Adobe’s" className={list}>
            {shelf?.adobeHosts.map(({ service, address }) => (
              <li key={address} className={style({ display: 'flex', gap: 12 })}>
                <span className={style({ flexGrow: 1 })}>{service}</span>
                <span className={style({ font: 'code-xs', color: 'neutral-subdued' })}>
                  {address.replace(/^https:\/\//, '')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Close
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
