import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import More from '@react-spectrum/s2/icons/More';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { TreeRow } from '../backend/index.ts';

const value = style<{ kind: TreeRow['valueKind'] }>({
  minWidth: 0,
  truncate: true,
  color: {
    default: 'neutral-subdued',
    kind: {
      string: 'green-1000',
      embeddedJson: 'neutral-subdued',
      number: 'blue-1000',
      boolean: 'purple-1000',
      null: 'neutral-subdued',
    },
  },
});

const chevron = iconStyle({ size: 'XS' });

/** Key and value of one row of a tree. */
export function TreeRowContent({ row }: { row: TreeRow }) {
  const Chevron = row.expanded ? ChevronDown : ChevronRight;
  return (
    <>
      <span className="tree-chevron" aria-hidden>
        {row.children > 0 ? <Chevron styles={chevron} /> : null}
      </span>
      <span className={`tree-key ${row.hit ? 'tree-hit' : ''}`}>{row.key}:</span>
      <span className={value({ kind: row.valueKind })} title={row.preview}>
        {row.preview}
      </span>
      {row.valueKind === 'embeddedJson' ? <span className={style({ color: 'neutral-subdued' })}>JSON text</span> : null}
      <span className="tree-more" aria-hidden title="More (Shift+F10)">
        <More styles={chevron} />
      </span>
    </>
  );
}
