import { whenShown } from '../../app/when-shown.tsx';
import { DialogWhenAsked } from '../../frame/DialogWhenAsked.tsx';
import { closeArchiveSearch, useAskedSearch } from './asked.ts';

const SearchArchivesDialog = whenShown(async () => (await import('./SearchArchivesDialog.tsx')).SearchArchivesDialog);

/** The search in all archives, over whatever place the user is in. */
export function ArchiveSearch() {
  const text = useAskedSearch();
  return (
    <DialogWhenAsked onDismiss={closeArchiveSearch}>
      {text === null ? null : <SearchArchivesDialog text={text} onClose={closeArchiveSearch} />}
    </DialogWhenAsked>
  );
}
