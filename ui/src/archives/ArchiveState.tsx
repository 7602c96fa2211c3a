import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useOpenViews } from '../app/open-views.ts';
import type { ArchiveRow } from '../backend/index.ts';

const mark = style({ display: 'flex', alignItems: 'center', gap: 8, minWidth: 0 });
const dot = style<{ isFollowing: boolean }>({
  size: 8,
  flexShrink: 0,
  borderRadius: 'full',
  backgroundColor: { default: 'gray-600', isFollowing: 'positive' },
});

/** Whether an archive is being written to, is open, or has a problem. */
export function ArchiveState({ archive: { view, problem } }: { archive: ArchiveRow }) {
  const following = useOpenViews().find((each) => each.view === view)?.following.state;
  if (problem) {
    return (
      <span title={`${problem.title}. ${problem.message} ${problem.nextStep}`} className={mark}>
        <AlertTriangle styles={iconStyle({ size: 'S', color: 'notice' })} />
        problem
      </span>
    );
  }
  if (view === null) return '–';
  const isFollowing = following === 'live' || following === 'starting' || following === 'retrying';
  return (
    <span className={mark}>
      <span aria-hidden className={dot({ isFollowing })} />
      {isFollowing ? 'following' : 'open'}
    </span>
  );
}
