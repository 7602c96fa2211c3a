import { Button } from '@react-spectrum/s2/Button';
import FileAdd from '@react-spectrum/s2/icons/FileAdd';
import Search from '@react-spectrum/s2/icons/Search';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Text } from '@react-spectrum/s2/Text';
import type { ReactNode } from 'react';
import { openArchiveSearch } from './search/asked.ts';

interface Props {
  search: string;
  onSearch: (search: string) => void;
  onImport: () => void;
  /** How many archives match; null while that is not known. */
  shown: number | null;
  total: number;
  /** What can be done with the selected archive. */
  children: ReactNode;
}

const line = style({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 });
const actions = style({ display: 'flex', minWidth: 0, maxWidth: 'full' });
const space = style({ flexGrow: 1 });

/** Which archives, and what to do with them. */
export function ArchivesBar({ search, onSearch, onImport, shown, total, children }: Props) {
  return (
    <>
      <div className={line}>
        <SearchField
          aria-label="Search archives"
          placeholder="Name, integration, file"
          value={search}
          onChange={onSearch}
          styles={style({ width: 280 })}
        />
        <div className={space} />
        <Button variant="secondary" onPress={() => openArchiveSearch('')}>
          <Search />
          <Text>Find in all archives…</Text>
        </Button>
        <Button variant="accent" onPress={onImport}>
          <FileAdd />
          <Text>Import events…</Text>
        </Button>
      </div>
      <div className={line}>
        <div className={actions}>{children}</div>
        <div className={space} />
        <span role="status" className={style({ font: 'ui', color: 'neutral-subdued' })}>
          {inWords(shown, total)}
        </span>
      </div>
    </>
  );
}

function inWords(shown: number | null, total: number): string {
  if (shown === null) return '';
  if (shown < total) return `${shown.toLocaleString()} of ${total.toLocaleString()}`;
  return total === 1 ? '1 archive' : `${total.toLocaleString()} archives`;
}
