import { whenShown } from '../app/when-shown.tsx';
import { DialogWhenAsked } from '../frame/DialogWhenAsked.tsx';
import { closeReport, useIsReportOpen } from './open-report.ts';

const ReportDialog = whenShown(async () => (await import('./ReportDialog.tsx')).ReportDialog);

/** The report of a problem, over whatever is shown; also where the vault is shut. */
export function ProblemReports() {
  const isOpen = useIsReportOpen();
  return <DialogWhenAsked onDismiss={closeReport}>{isOpen ? <ReportDialog /> : null}</DialogWhenAsked>;
}
