import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import { useArchiveOf } from '../archives/index.ts';
import type { SessionRow } from '../backend/index.ts';

interface Props {
  session: SessionRow;
  isSelected: boolean;
}

/** What of a session is on this computer: it is followed now, or its archive keeps events. */
export function Kept({ session, isSelected }: Props) {
  const archive = useArchiveOf(session.uuid);
  if (session.open) return <Following />;
  if (!session.archived) return '–';
  const text = `${session.archived.toLocaleString()} kept`;
  if (archive === null) return text;
  return (
    <ActionButton
      isQuiet
      size="S"
      aria-label={`${text}: open the archive of ${session.name}`}
      styles={style({ marginStart: -8 })}
      excludeFromTabOrder={!isSelected}
      onPress={() => go(pathOf({ place: 'archive', archive }))}
    >
      {text}
    </ActionButton>
  );
}

function Following() {
  return (
    <span className={style({ display: 'inline-flex', alignItems: 'center', gap: 8 })}>
      <span aria-hidden className={style({ size: 8, borderRadius: 'full', backgroundColor: 'positive' })} />
      following
    </span>
  );
}
