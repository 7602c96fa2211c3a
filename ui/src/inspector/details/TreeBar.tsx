import { ActionButton } from '@react-spectrum/s2/ActionButton';
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
}

/** Search in a payload, and copying from it. */
export function TreeBar({ search, onSearch, hits, canCopy, onCopyPath, onCopyValue }: Props) {
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
    </div>
  );
}
