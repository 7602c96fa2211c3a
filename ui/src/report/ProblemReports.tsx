import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { whenShown } from '../app/when-shown.tsx';
import { closeReport, useIsReportOpen } from './open-report.ts';

const ReportDialog = whenShown(async () => (await import('./ReportDialog.tsx')).ReportDialog);

/** The report of a problem, over whatever is shown; also where the vault is shut. */
export function ProblemReports() {
  const isOpen = useIsReportOpen();
  return <DialogContainer onDismiss={closeReport}>{isOpen ? <ReportDialog /> : null}</DialogContainer>;
}
