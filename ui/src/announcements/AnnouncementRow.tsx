import { ActionButton } from '@react-spectrum/s2/ActionButton';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Clock from '@react-spectrum/s2/icons/Clock';
import { iconStyle, style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import type { Announcement, IntegrationRow } from '../backend/index.ts';
import { exactly } from '../words/time.ts';

interface Props {
  announcement: Announcement;
  /** The integration that it is about; none while that is not known. */
  row: IntegrationRow | null;
  onLater: () => void;
}

const line = style({
  display: 'flex',
  alignItems: 'start',
  gap: 12,
  padding: 16,
  borderStyle: 'solid',
  borderWidth: 0,
  borderTopWidth: { default: 1, ':first-child': 0 },
  borderColor: 'gray-200',
});

/** One thing that will need the user, and what they can do about it. */
export function AnnouncementRow({ announcement, row, onLater }: Props) {
  const { integration, title, message, nextStep, endsAt, ended } = announcement;
  const renewal = row?.guides.find(({ guide }) => guide === 'certificate');
  return (
    <div role="group" aria-label={title} className={line}>
      {ended ? (
        <AlertTriangle aria-label="Ended" styles={iconStyle({ color: 'negative' })} />
      ) : (
        <Clock aria-label="Ends soon" styles={iconStyle({ color: 'notice' })} />
      )}
      <div
        className={style({ display: 'flex', flexDirection: 'column', gap: 4, flexGrow: 1, minWidth: 0, font: 'ui' })}
      >
        <span className={style({ fontWeight: 'bold' })}>{title}</span>
        <span title={exactly(endsAt)}>
          {message} <span className={style({ color: 'neutral-subdued' })}>{nextStep}</span>
        </span>
      </div>
      <div className={style({ display: 'flex', gap: 8, flexShrink: 0 })}>
        {renewal ? (
          <ActionButton size="S" onPress={() => go(pathOf({ place: 'guide', integration, guide: 'certificate' }))}>
            {renewal.begun ? 'Continue the renewal' : 'Renew the certificate'}
          </ActionButton>
        ) : (
          <ActionButton size="S" onPress={() => go(pathOf({ place: 'integration', integration }))}>
            Open integration
          </ActionButton>
        )}
        <ActionButton isQuiet size="S" onPress={onLater}>
          Later
        </ActionButton>
      </div>
    </div>
  );
}
