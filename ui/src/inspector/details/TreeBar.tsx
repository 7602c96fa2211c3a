import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Key } from '@react-spectrum/s2/Picker';
import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };

interface Props {
  search: string;
  onSearch: (search: string) => void;
  /** What the search found; null without a search. */
  hits: number | null;
  canCopy: boolean;
  onCopyPath: () => void;
  onCopyValue: () => void;
  onExpandAll: () => void;
  onCollapseAll: () => void;
  sorted: boolean;
  onSort: (sorted: boolean) => void;
}

/** Search in a payload, and copying from it. */
export function TreeBar(props: Props) {
  const { search, onSearch, hits, canCopy, onCopyPath, onCopyValue, sorted } = props;
  function act(key: Key) {
    if (key === 'expand') props.onExpandAll();
    else if (key === 'collapse') props.onCollapseAll();
    else props.onSort(!sorted);
  }
  return (
    <div className={style({ display: 'flex', alignItems: 'center', gap: 8, padding: 8, paddingStart: 16 })}>
      <SearchField
        size="S"
        aria-label="Search in the payload"
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
      <ActionMenu size="S" isQuiet aria-label="How the tree is shown" onAction={act}>
        <MenuItem id="expand">Expand all</MenuItem>
        <MenuItem id="collapse">Collapse all</MenuItem>
        <MenuItem id="sort">{sorted ? 'Keys as they came' : 'Sort by key'}</MenuItem>
      </ActionMenu>
    </div>
  );
}
