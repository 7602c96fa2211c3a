import { Button } from '@react-spectrum/s2/Button';
import { LabeledValue } from '@react-spectrum/s2/LabeledValue';
import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import { useAnswer, type PracticeStatus } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { Section } from '../frame/Section.tsx';
import { ProblemView } from '../problems/index.ts';
import { Skeleton } from '@react-spectrum/s2/Skeleton';
import { useTryIt } from './use-try-it.ts';

const stopped: PracticeStatus = { running: false, organizationId: null, address: null, integration: null };

/** What the practice workspace is, how it is, and the way into it. */
export function PracticePlace() {
  const { data, error, isPending } = useAnswer('practice_status', null);
  const { tryIt, isTrying } = useTryIt();
  const { integration, ...status } = data ?? stopped;
  return (
    <Page>
      <p className={style({ font: 'body', margin: 0, maxWidth: 640 })}>
        The practice workspace is a stand-in for Adobe on this computer. It issues access tokens, keeps sessions and
        connects simulated devices, as strictly as Adobe does. It needs no account and no network, and nothing leaves
        this computer.
      </p>
      <div className={style({ display: 'flex', gap: 12, flexWrap: 'wrap' })}>
        <Button variant="accent" isPending={isTrying} onPress={tryIt}>
          Open a practice session
        </Button>
        {integration ? (
          <Button variant="secondary" onPress={() => go(pathOf({ place: 'sessions', integration }))}>
            Practice sessions
          </Button>
        ) : null}
      </div>
      {error ? (
        <ProblemView problem={error} />
      ) : (
        <Section title="Status">
          <Skeleton isLoading={isPending}>
            <StatusLight variant={status.running ? 'positive' : 'neutral'}>
              {status.running ? 'Running' : 'Not started; it starts by itself when it is needed'}
            </StatusLight>
            <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
              {status.organizationId ? <LabeledValue label="Organization ID" value={status.organizationId} /> : null}
              {status.address ? <LabeledValue label="Address" value={status.address} /> : null}
            </div>
          </Skeleton>
        </Section>
      )}
    </Page>
  );
}
