import { DialogContainer } from '@react-spectrum/s2/Dialog';
import { closeArchiveSearch, useAskedSearch } from './asked.ts';
import { SearchArchivesDialog } from './SearchArchivesDialog.tsx';

/** The search in all archives, over whatever place the user is in. */
export function ArchiveSearch() {
  const text = useAskedSearch();
  return (
    <DialogContainer onDismiss={closeArchiveSearch}>
      {text === null ? null : <SearchArchivesDialog text={text} onClose={closeArchiveSearch} />}
    </DialogContainer>
  );
}
