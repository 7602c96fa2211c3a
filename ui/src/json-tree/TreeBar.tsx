import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';

interface Props {
  /** What is searched, for the name of the field: "payload". */
  thing: string;
  search: string;
  onSearch: (search: string) => void;
  /** What the search found; null without a search. */
  hits: number | null;
  canCopy: boolean;
  onCopyPath: () => void;
  onCopyValue: () => void;
  /** A menu of how the tree is shown, where there is one. */
  children?: ReactNode;
}

/** Search in a tree, and copying from it. */
export function TreeBar({ thing, search, onSearch, hits, canCopy, onCopyPath, onCopyValue, children }: Props) {
  return (
    <div className={style({ display: 'flex', alignItems: 'center', gap: 8, padding: 8, paddingStart: 16 })}>
      <SearchField
        size="S"
        aria-label={`Search in the ${thing}`}
        placeholder="Key or value"
        value={search}
        onChange={onSearch}
        styles={style({ flexGrow: 1, minWidth: 96, maxWidth: 240 })}
      />
      <span
        role="status"
        className={style({ font: 'ui-sm', color: 'neutral-subdued', flexGrow: 1, whiteSpace: 'nowrap' })}
      >
        {hits === null ? '' : hits === 1 ? '1 found' : `${hits.toLocaleString()} found`}
      </span>
      <ActionButton size="S" isQuiet isDisabled={!canCopy} onPress={onCopyPath} styles={style({ flexShrink: 0 })}>
        Copy path
      </ActionButton>
      <ActionButton size="S" isQuiet isDisabled={!canCopy} onPress={onCopyValue} styles={style({ flexShrink: 0 })}>
        Copy value
      </ActionButton>
      {children}
    </div>
  );
}
