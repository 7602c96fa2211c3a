import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Key } from '@react-spectrum/s2/Picker';

interface Props {
  onExpandAll: () => void;
  onCollapseAll: () => void;
  sorted: boolean;
  onSort: (sorted: boolean) => void;
}

/** How the tree of a payload is shown. */
export function TreeMenu({ onExpandAll, onCollapseAll, sorted, onSort }: Props) {
  function act(key: Key) {
    if (key === 'expand') onExpandAll();
    else if (key === 'collapse') onCollapseAll();
    else onSort(!sorted);
  }
  return (
    <ActionMenu size="S" isQuiet aria-label="How the tree is shown" onAction={act}>
      <MenuItem id="expand">Expand all</MenuItem>
      <MenuItem id="collapse">Collapse all</MenuItem>
      <MenuItem id="sort">{sorted ? 'Keys as they came' : 'Sort by key'}</MenuItem>
    </ActionMenu>
  );
}
