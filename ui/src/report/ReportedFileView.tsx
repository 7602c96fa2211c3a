import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReportedFile } from '../backend/index.ts';
import './reported-file.css';

interface Props {
  file: ReportedFile;
  isIncluded: boolean;
  onInclude: (isIncluded: boolean) => void;
}

/** One file of a report, to be read from its first letter to its last, and left out by whoever wants to. */
export function ReportedFileView({ file: { name, about, text }, isIncluded, onInclude }: Props) {
  return (
    <section aria-label={name} className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <Checkbox isSelected={isIncluded} onChange={onInclude}>
        {name}
      </Checkbox>
      <p className={style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })}>{about}</p>
      {isIncluded ? (
        <textarea
          className={`reported-file ${style({ font: 'code-xs' })}`}
          aria-label={`Contents of ${name}`}
          readOnly
          rows={9}
          value={text || 'Empty: nothing has been noted yet.'}
        />
      ) : null}
    </section>
  );
}
