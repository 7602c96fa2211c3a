import { whenShown } from '../app/when-shown.tsx';
import { DialogWhenAsked } from '../frame/DialogWhenAsked.tsx';
import { closeAbout, useAskedAbout } from './asked.ts';

const AboutDialog = whenShown(async () => (await import('./AboutDialog.tsx')).AboutDialog);

/** What there is to know about the program, when somebody asks. */
export function About() {
  const page = useAskedAbout();
  return <DialogWhenAsked onDismiss={closeAbout}>{page === null ? null : <AboutDialog page={page} />}</DialogWhenAsked>;
}
