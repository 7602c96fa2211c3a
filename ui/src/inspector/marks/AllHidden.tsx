import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Heading, IllustratedMessage } from '@react-spectrum/s2/IllustratedMessage';
import NoFilter from '@react-spectrum/s2/illustrations/linear/NoFilter';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ViewStatus } from '../../backend/index.ts';
import { restoreSession, showHidden } from './clearing.ts';

/** Everything that the filter would show is hidden. */
export function AllHidden({ status }: { status: ViewStatus }) {
  const { view, hidden, clearedAt, clearedBy, following } = status;
  const isCleared = clearedAt !== null;
  const goesOn = following.state !== 'archived' && following.state !== 'ended';
  return (
    <div
      className={style({
        position: 'absolute',
        insetX: 0,
        bottom: 0,
        top: 32,
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'center',
      })}
    >
      <IllustratedMessage>
        <NoFilter />
        <Heading>
          {!isCleared
            ? 'Every event is hidden'
            : clearedBy === 'adobe'
              ? 'The session was cleared in Adobe’s web UI'
              : 'The session is cleared'}
        </Heading>
        <Content>
          {hidden === 1 ? '1 event is' : `${hidden.toLocaleString()} events are`}
          {' kept and left out.'}
          {isCleared && goesOn ? ' New events appear here as they happen.' : null}
        </Content>
        <ButtonGroup>
          <Button variant="secondary" onPress={() => void showHidden(view, true)}>
            Show hidden
          </Button>
          {isCleared ? (
            <Button variant="secondary" onPress={() => void restoreSession(view)}>
              Restore session
            </Button>
          ) : null}
        </ButtonGroup>
      </IllustratedMessage>
    </div>
  );
}
