import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import ChevronDown from '@react-spectrum/s2/icons/ChevronDown';
import ChevronRight from '@react-spectrum/s2/icons/ChevronRight';
import { Button } from 'react-aria-components/Button';
import { TreeItem, TreeItemContent } from 'react-aria-components/Tree';
import type { ReactNode } from 'react';
import { MethodMark } from './MethodMark.tsx';
import { cells, cut, rowStyle } from './row-style.ts';

interface Props {
  id: string;
  name: string;
  /** None for what can be opened and closed. */
  method: string | null;
  isChanged?: boolean;
  menu: ReactNode;
  children?: ReactNode;
}

const indent = 12;
const chevron = style({
  display: 'grid',
  placeItems: 'center',
  flexShrink: 0,
  size: 20,
  padding: 0,
  borderStyle: 'none',
  backgroundColor: 'transparent',
  outlineStyle: 'none',
});
const changed = style({ font: 'ui-xs', color: 'neutral-subdued', flexShrink: 0 });

/** A collection, a folder, or a call in the left pane. */
export function TreeLine({ id, name, method, isChanged, menu, children }: Props) {
  return (
    <TreeItem
      id={id}
      textValue={method ? `${method} ${name}` : name}
      className={({ isSelected, isHovered, isFocusVisible }) =>
        `shelf-row ${rowStyle({ isSelected, isHovered, isFocusVisible })}`
      }
    >
      <TreeItemContent>
        {({ isExpanded, level }) => (
          <div className={cells} style={{ paddingInlineStart: 4 + (level - 1) * indent }}>
            {method === null ? (
              <Button slot="chevron" className={chevron}>
                {isExpanded ? (
                  <ChevronDown styles={iconStyle({ size: 'XS' })} />
                ) : (
                  <ChevronRight styles={iconStyle({ size: 'XS' })} />
                )}
              </Button>
            ) : (
              <MethodMark method={method} />
            )}
            <span className={cut} title={name}>
              {name}
            </span>
            {isChanged ? <span className={changed}>changed</span> : null}
            {menu ? <span className="shelf-more">{menu}</span> : null}
          </div>
        )}
      </TreeItemContent>
      {children}
    </TreeItem>
  );
}
