export { ArchivesPlace } from './ArchivesPlace.tsx';
export { ExportEventsDialog } from './export/ExportEventsDialog.tsx';
export { useArchiveOf } from './use-archive-of.ts';
export { useImportEvents } from './use-import-events.ts';
