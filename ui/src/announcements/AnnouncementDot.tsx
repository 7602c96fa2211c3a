import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer } from '../backend/index.ts';

const dot = style<{ isUrgent: boolean }>({
  size: 8,
  flexShrink: 0,
  // It lies over the end of the link, which keeps its whole width.
  marginStart: { default: '[-16px]', md: '[-24px]' },
  marginEnd: { default: 4, md: 12 },
  forcedColorAdjust: 'none',
  pointerEvents: 'none',
  borderRadius: 'full',
  backgroundColor: { default: 'notice', isUrgent: 'negative' },
});

/** Beside a link: tells that something behind it will need the user. */
export function AnnouncementDot() {
  const { data: announcements } = useAnswer('announcements_list', null);
  if (!announcements?.length) return null;
  const words = announcements.length === 1 ? '1 announcement' : `${announcements.length} announcements`;
  return <span role="img" aria-label={words} className={dot({ isUrgent: announcements.some(({ ended }) => ended) })} />;
}
