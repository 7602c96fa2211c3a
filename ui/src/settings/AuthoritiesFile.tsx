import { ActionButton } from '@react-spectrum/s2/ActionButton';
import FileText from '@react-spectrum/s2/icons/FileText';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useId } from 'react';
import { PathCutInMiddle } from './PathCutInMiddle.tsx';

interface Props {
  path: string | null;
  /** None where there are no file dialogs. */
  onChoose: (() => void) | null;
  onRemove: () => void;
}

const file = style({ display: 'flex', alignItems: 'center', gap: 8, minWidth: 0, font: 'ui' });

/** The PEM file with certificate authorities that are trusted beside the system's own. */
export function AuthoritiesFile({ path, onChoose, onRemove }: Props) {
  const label = useId();
  return (
    <div
      role="group"
      aria-labelledby={label}
      className={style({ display: 'flex', flexDirection: 'column', gap: 8, minWidth: 0 })}
    >
      <span id={label} className={style({ font: 'ui', color: 'neutral-subdued' })}>
        Extra certificate authorities
      </span>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 12, minWidth: 0, minHeight: 32 })}>
        {path ? (
          <span className={file}>
            <FileText />
            <PathCutInMiddle path={path} />
          </span>
        ) : (
          <span className={style({ font: 'ui' })}>None. The system’s own are trusted.</span>
        )}
        {onChoose ? (
          <ActionButton onPress={onChoose} styles={style({ flexShrink: 0 })}>
            {path ? 'Choose another…' : 'Choose a file…'}
          </ActionButton>
        ) : null}
        {path ? (
          <ActionButton isQuiet onPress={onRemove} styles={style({ flexShrink: 0 })}>
            Remove
          </ActionButton>
        ) : null}
      </div>
      <span className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>
        {onChoose
          ? 'A PEM file from your administrator, where the network looks into encrypted connections.'
          : 'Open Assurance Desk’s own window to choose a file.'}
      </span>
    </div>
  );
}
