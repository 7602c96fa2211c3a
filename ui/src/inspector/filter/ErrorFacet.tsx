import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import './facets.css';

interface Props {
  /** How many events tell of an error, once that is known. */
  count: number | undefined;
  chosen: boolean;
  onChosen: (chosen: boolean) => void;
}

/** Shows only what tells of an error. */
export function ErrorFacet({ count, chosen, onChosen }: Props) {
  return (
    <div className={`facet ${style({ display: 'flex', alignItems: 'center', gap: 4, flexShrink: 0 })}`}>
      <Checkbox size="S" isSelected={chosen} onChange={onChosen} styles={style({ flexGrow: 1, minWidth: 0 })}>
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
}
