export { ClientName } from './ClientName.tsx';
export { ClientSwatch, swatchLook } from './ClientSwatch.tsx';
export { ConnectDialog } from './connect/ConnectDialog.tsx';
export { PendingDeletions } from './delete/PendingDeletions.tsx';
export { InPlaceField } from './InPlaceField.tsx';
export { daysInWords } from './when.ts';
export { SessionsPlace } from './SessionsPlace.tsx';
export { useSettled } from './use-settled.ts';
export { useOpenedArchive, useOpenedView, type OpenedView } from './use-opened-view.ts';
