import { Checkbox, CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Choice } from './choice.ts';
import { inOrder, namedColumns } from './columns.ts';
import { OwnPaths } from './OwnPaths.tsx';

interface Props {
  choice: Choice;
  onChange: (change: Pick<Choice, 'columns'> | Pick<Choice, 'paths'>) => void;
}

/** The columns of a table: those that every event has, and paths of the user's own. */
export function CsvColumns({ choice: { columns, paths }, onChange }: Props) {
  const isEmpty = columns.length + paths.length === 0;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      <CheckboxGroup
        label="Columns"
        size="S"
        value={columns}
        onChange={(chosen) => onChange({ columns: inOrder(chosen) })}
        {...(isEmpty ? { isInvalid: true, errorMessage: 'Choose at least one column.' } : {})}
        styles={style({ width: 'full' })}
      >
        <div
          className={style({ display: 'grid', gridTemplateColumns: '[repeat(auto-fill, minmax(168px, 1fr))]', gap: 4 })}
        >
          {namedColumns.map(({ id, label }) => (
            <Checkbox key={id} value={id}>
              {label}
            </Checkbox>
          ))}
        </div>
      </CheckboxGroup>
      <OwnPaths paths={paths} onChange={(next) => onChange({ paths: next })} />
    </div>
  );
}
