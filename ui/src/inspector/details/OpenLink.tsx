import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { backend, useCommand, type LinkInEvent, type LinkInEventRequest, type Problem } from '../../backend/index.ts';
import { copyText, ProblemView } from '../../problems/index.ts';

const address = style({
  font: 'code-sm',
  margin: 0,
  padding: 12,
  maxHeight: 160,
  overflow: 'auto',
  wordBreak: 'break-all',
  backgroundColor: 'layer-1',
  borderRadius: 'default',
});
const line = style({ font: 'ui', margin: 0 });

/** Asks before an address that came in an event is opened: whoever sent the event wrote it. */
export function OpenLink({ link, onClose }: { link: LinkInEventRequest; onClose: () => void }) {
  const read = useQuery<LinkInEvent, Problem>({
    queryKey: ['event_link', link],
    queryFn: () => backend.call('event_link', link),
  });
  const open = useCommand('event_link_open', { onDone: onClose });
  const problem = read.error ?? open.error;
  const found = read.data;

  return (
    <Dialog size="M">
      <Heading slot="title">{found ? `Open a page of ${found.host}?` : 'Open a link'}</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
          <p className={line}>
            This address came in an event. Whoever sent the event wrote it. Your browser opens it, not this window.
          </p>
          {found ? (
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
            <pre className={address} aria-label="The address" role="group" tabIndex={0}>
              {found.address}
            </pre>
          ) : null}
          {found?.isPlain ? (
            <p className={line}>It is not encrypted: others on the network can read what is sent there.</p>
          ) : null}
          {problem ? <ProblemView problem={problem} /> : null}
        </div>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose} autoFocus>
          Cancel
        </Button>
        {found ? (
          <Button variant="secondary" onPress={() => void copyText(found.address, 'Address copied.')}>
            Copy
          </Button>
        ) : null}
        <Button variant="accent" isDisabled={!found} isPending={open.isPending} onPress={() => open.mutate(link)}>
          Open in the browser
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
