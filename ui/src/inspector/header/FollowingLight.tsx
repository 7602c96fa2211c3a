import { StatusLight } from '@react-spectrum/s2/StatusLight';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Following } from '../../backend/index.ts';
import { useSecondsUntil } from './use-seconds-until.ts';

const words = { starting: 'Starting', live: 'Live', archived: 'Archive', retrying: 'Trying again', ended: 'Ended' };
const variants = {
  starting: 'neutral',
  live: 'positive',
  archived: 'neutral',
  retrying: 'notice',
  ended: 'neutral',
} as const;

/** Whether events are arriving. */
export function FollowingLight({ following }: { following: Following }) {
  const { state } = following;
  const seconds = useSecondsUntil(state === 'retrying' ? following.retryAt : null);
  return (
    <StatusLight role="status" variant={variants[state]} styles={style({ flexShrink: 0 })}>
      {seconds > 0 ? `${words[state]} in ${seconds.toLocaleString()} s` : words[state]}
    </StatusLight>
  );
}
