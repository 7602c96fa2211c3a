import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { whenShown } from '../../app/when-shown.tsx';
import { closeArchiveSearch, useAskedSearch } from './asked.ts';

const SearchArchivesDialog = whenShown(async () => (await import('./SearchArchivesDialog.tsx')).SearchArchivesDialog);

/** The search in all archives, over whatever place the user is in. */
export function ArchiveSearch() {
  const text = useAskedSearch();
  return (
    <DialogContainer onDismiss={closeArchiveSearch}>
      {text === null ? null : <SearchArchivesDialog text={text} onClose={closeArchiveSearch} />}
    </DialogContainer>
  );
}
