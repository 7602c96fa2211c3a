import { backend, type Noise } from '../../backend/index.ts';
import { useInspector } from '../inspector-context.ts';
import { useUpToDate } from '../use-up-to-date.ts';

/** How many events of the session are noise of a kind; nothing while they are counted. */
export function NoiseCount({ noise }: { noise: Noise }) {
  const { view, status } = useInspector();
  const key = ['view_noise', view, status.paused];
  const { answer } = useUpToDate(key, status.revision, () => backend.call('view_noise', { view }));
  return answer?.find((each) => each.noise === noise)?.count.toLocaleString() ?? '';
}
