import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { memo } from 'react';
import './facets.css';
import { useSetFilter } from './typed-filter.ts';

interface Props {
  /** How many events tell of an error, once that is known. */
  count: number | undefined;
  chosen: boolean;
}

/** Shows only what tells of an error. */
export const ErrorFacet = memo(function ErrorFacet({ count, chosen }: Props) {
  const setFilter = useSetFilter();
  return (
    <div className={`facet ${style({ display: 'flex', alignItems: 'center', gap: 4, flexShrink: 0 })}`}>
      <Checkbox
        size="S"
        isSelected={chosen}
        onChange={(errors) => setFilter((filter) => ({ ...filter, errors }))}
        styles={style({ flexGrow: 1, minWidth: 0 })}
      >
        Has error
      </Checkbox>
      <span
        className={style({
          // Below the counts of the values, which have a menu behind them.
          marginEnd: 24,
          font: 'ui-sm',
          color: 'neutral-subdued',
          fontVariantNumeric: 'tabular-nums',
        })}
      >
        {count?.toLocaleString()}
      </span>
    </div>
  );
});
