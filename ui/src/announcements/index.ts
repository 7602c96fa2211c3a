export { Announcements } from './Announcements.tsx';
export { AnnouncementDot } from './AnnouncementDot.tsx';
export { useAnnouncementToasts } from './use-announcement-toasts.ts';
