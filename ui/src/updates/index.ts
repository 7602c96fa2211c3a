export { HomeUpdates } from './HomeUpdates.tsx';
export { UpdatesSection } from './UpdatesSection.tsx';
