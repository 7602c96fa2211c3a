import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { whenShown } from '../app/when-shown.tsx';
import { closeAbout, useAskedAbout } from './asked.ts';

const AboutDialog = whenShown(async () => (await import('./AboutDialog.tsx')).AboutDialog);

/** What there is to know about the program, when somebody asks. */
export function About() {
  const page = useAskedAbout();
  return <DialogContainer onDismiss={closeAbout}>{page === null ? null : <AboutDialog page={page} />}</DialogContainer>;
}
