import { ActionButton } from '@react-spectrum/s2/ActionButton';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Close from '@react-spectrum/s2/icons/Close';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Lock from '@react-spectrum/s2/icons/Lock';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ImportedFile, ImportedFileState } from '../backend/index.ts';
import { Details } from '../problems/Details.tsx';
import { ImportEventsOf } from './ImportEventsOf.tsx';
import { importFlow } from './index.ts';
import { PassphraseField } from './PassphraseField.tsx';

interface Props {
  file: ImportedFile;
  index: number;
  isBusy: boolean;
  /** Whether its passphrase is what is asked for now. */
  takesFocus: boolean;
}

const row = style({
  display: 'grid',
  gridTemplateColumns: [20, 'minmax(0, 1fr)', 32],
  columnGap: 12,
  rowGap: 4,
  alignItems: 'center',
  minHeight: 40,
  paddingY: 4,
  borderStyle: 'solid',
  borderWidth: 0,
  borderBottomWidth: 1,
  borderColor: 'gray-200',
});

const below = style({ gridColumnStart: 2, display: 'flex', flexDirection: 'column', gap: 4, paddingBottom: 8 });

/** One file: what it is, and what it still asks for. */
export function FileRow({ file, index, isBusy, takesFocus }: Props) {
  const { name, format, state } = file;
  return (
    <li className={row}>
      <StateIcon state={state.state} />
      <span className={style({ display: 'flex', gap: 12, minWidth: 0, alignItems: 'baseline' })}>
        <span className={style({ font: 'ui', fontWeight: 'medium', truncate: true })} title={name}>
          {name}
        </span>
        {format ? (
          <span className={style({ font: 'ui', color: 'neutral-subdued', flexShrink: 0 })}>{format}</span>
        ) : null}
      </span>
      <ActionButton
        isQuiet
        size="S"
        aria-label={`Leave out ${name}`}
        isDisabled={isBusy}
        onPress={() => void importFlow.remove(index)}
      >
        <Close />
      </ActionButton>
      {state.state === 'locked' ? (
        <div className={below}>
          <PassphraseField file={name} index={index} isWrong={state.wrongPassphrase} takesFocus={takesFocus} />
        </div>
      ) : null}
      {state.state === 'unusable' ? (
        <div className={below}>
          <span className={style({ font: 'ui' })}>
            {state.problem.title}. {state.problem.message}
          </span>
          <span className={style({ font: 'ui', fontWeight: 'medium' })}>{state.problem.nextStep}</span>
          <ImportEventsOf file={name} index={index} />
          {state.problem.detail ? <Details text={state.problem.detail} /> : null}
        </div>
      ) : null}
    </li>
  );
}

function StateIcon({ state }: { state: ImportedFileState['state'] }) {
  switch (state) {
    case 'understood':
      return <CheckmarkCircle aria-label="Understood" styles={iconStyle({ size: 'S', color: 'positive' })} />;
    case 'locked':
      return <Lock aria-label="Locked" styles={iconStyle({ size: 'S' })} />;
    case 'unusable':
      return <AlertTriangle aria-label="Not usable" styles={iconStyle({ size: 'S', color: 'notice' })} />;
  }
}
