import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import { useAnswer } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { SmallNote } from '../frame/SmallNote.tsx';
import { ProblemView, showProblem } from '../problems/index.ts';
import { ago, exactly } from '../words/time.ts';
import { useNow } from '../words/use-now.ts';
import { UpdateOffer } from './UpdateOffer.tsx';
import { useUpdateCommand } from './use-update-command.ts';

/** Whether the program looks for newer versions of itself, and what it found. */
export function UpdatesSection() {
  const { data: updates } = useAnswer('updates_read', null);
  const agree = useUpdateCommand('updates_agree');
  const look = useUpdateCommand('updates_look');
  const now = useNow();
  if (!updates) return <Section title="Updates">{null}</Section>;
  const { host, agreed, lookedAt, state } = updates;
  if (host === null) {
    return (
      <Section title="Updates">
        <p className={style({ font: 'body', margin: 0 })}>
          This build has no place to get updates from, and never asks for any. New versions come the way that this one
          came.
        </p>
      </Section>
    );
  }
  const isBusy = state.state === 'downloading' || state.state === 'ready';
  return (
    <Section title="Updates">
      <Switch
        isSelected={agreed ?? false}
        onChange={(chosen) => agree.mutate({ agreed: chosen }, { onError: showProblem })}
      >
        Look for updates when the program starts
      </Switch>
      <p className={style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })}>
        {host} is asked for the newest version, at most once a day. It learns this computer’s address and this program’s
        name and version, and nothing else. Nothing is downloaded or installed unless you say so.
      </p>
      <div className={style({ display: 'flex', alignItems: 'center', flexWrap: 'wrap', gap: 12 })}>
        <Button
          variant="secondary"
          isDisabled={isBusy}
          isPending={look.isPending}
          onPress={() => look.mutate(null)}
          styles={style({ alignSelf: 'start' })}
        >
          Look now
        </Button>
        <span role="status" title={lookedAt === null ? '' : exactly(lookedAt)}>
          {state.state === 'newest' && !look.error ? <SmallNote>This is the newest version.</SmallNote> : null}
          {state.state === 'notLooked' && lookedAt !== null ? (
            <SmallNote>{`Last looked ${ago(lookedAt, now)}.`}</SmallNote>
          ) : null}
        </span>
      </div>
      {look.error ? <ProblemView problem={look.error} /> : null}
      <UpdateOffer state={state} onLater={null} />
    </Section>
  );
}
