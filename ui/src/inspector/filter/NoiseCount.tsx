import { backend, type Noise } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { useUpToDate } from '../use-up-to-date.ts';
import { nameOf } from './event-filter.ts';

/** How many events are noise of a kind, of those that the rest of the filter leaves; nothing while they are counted. */
export function NoiseCount({ noise }: { noise: Noise }) {
  const { view, status } = useInspector();
  const key = ['view_noise', view, status.paused, nameOf(status.filter)];
  const { answer } = useUpToDate(key, status.revision, () => backend.call('view_noise', { view }));
  return answer?.find((each) => each.noise === noise)?.count.toLocaleString() ?? '';
}
