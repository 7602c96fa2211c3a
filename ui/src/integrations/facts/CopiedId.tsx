import { ActionButton } from '@react-spectrum/s2/ActionButton';
import Copy from '@react-spectrum/s2/icons/Copy';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { copyText } from '../../problems/index.ts';

interface Props {
  id: string;
  /** What it is, as it reads within a sentence. */
  name: string;
}

/** An ID that can be copied whole. */
export function CopiedId({ id, name }: Props) {
  return (
    <span className={style({ display: 'flex', alignItems: 'baseline', gap: 4 })}>
      <span className={style({ font: 'code-sm', wordBreak: 'break-all' })}>{id}</span>
      <ActionButton isQuiet size="XS" aria-label={`Copy the ${name}`} onPress={() => void copyText(id, 'Copied.')}>
        <Copy />
      </ActionButton>
    </span>
  );
}
