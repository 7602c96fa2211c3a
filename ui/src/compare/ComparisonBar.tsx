import { SearchField } from '@react-spectrum/s2/SearchField';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';

interface Props {
  text: string;
  onText: (text: string) => void;
  ignoring: boolean;
  onIgnoring: (ignoring: boolean) => void;
  only: boolean;
  onOnly: (only: boolean) => void;
}

/** What is compared, and what counts as different. */
export function ComparisonBar({ text, onText, ignoring, onIgnoring, only, onOnly }: Props) {
  return (
    <div
      className={style({
        display: 'flex',
        alignItems: 'center',
        flexWrap: 'wrap',
        columnGap: 16,
        rowGap: 8,
        paddingX: 12,
        paddingBottom: 8,
      })}
    >
      <SearchField
        aria-label="Only events that a query finds"
        placeholder="Only events that a query finds"
        value={text}
        onChange={onText}
        styles={style({ flexGrow: 1, minWidth: 160, maxWidth: 480 })}
      />
      <Switch isSelected={only} onChange={onOnly}>
        Only differences
      </Switch>
      <Switch isSelected={ignoring} onChange={onIgnoring}>
        Ignore identities and times
      </Switch>
    </div>
  );
}
