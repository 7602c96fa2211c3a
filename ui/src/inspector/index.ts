export { ArchivePlace } from './ArchivePlace.tsx';
export { InspectorPlace } from './InspectorPlace.tsx';
