export { ExportDialog } from './ExportDialog.tsx';
export { KeyExportDialog } from './KeyExportDialog.tsx';
export { useSaveCertificate } from './use-save-certificate.ts';
export { WhenClosed } from './WhenClosed.tsx';
