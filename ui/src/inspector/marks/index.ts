export { AllHidden } from './AllHidden.tsx';
export { clearSession, restoreSession, showHidden } from './clearing.ts';
export { HiddenPill } from './HiddenPill.tsx';
export { MarkBar } from './MarkBar.tsx';
export { Notes } from './Notes.tsx';
export { ReportDialog } from './ReportDialog.tsx';
export { leftOutInWords } from './words.ts';
export { useClearedElsewhere } from './use-cleared-elsewhere.ts';
export { useMarkActions, type MarkActions } from './use-mark-actions.ts';
