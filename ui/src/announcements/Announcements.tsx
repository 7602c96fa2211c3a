import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { keepAnswer, useAnswer, useCommand } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { AnnouncementRow } from './AnnouncementRow.tsx';

const SHOWN = 3;

const frame = style({
  display: 'flex',
  flexDirection: 'column',
  borderRadius: 'lg',
  borderStyle: 'solid',
  borderWidth: 1,
  borderColor: 'gray-300',
  flexShrink: 0,
  outlineStyle: 'none',
});

/** What will need the user soon; takes no room while there is nothing. */
export function Announcements() {
  const { all } = useIntegrationInUse();
  const { data: announcements } = useAnswer('announcements_list', null);
  const [showsAll, setShowsAll] = useState(false);
  const section = useRef<HTMLElement>(null);
  const dismissal = useCommand('announcement_dismiss', {
    onDone: (rest) => {
      keepAnswer('announcements_list', null, rest);
      // The button that had the focus is gone: the keyboard goes on from what is left.
      section.current?.focus();
    },
  });
  if (!announcements?.length) return null;
  const hidden = showsAll ? 0 : Math.max(0, announcements.length - SHOWN);
  return (
    <section ref={section} tabIndex={-1} aria-label="Announcements" className={frame}>
      {announcements.slice(0, announcements.length - hidden).map((announcement) => (
        <AnnouncementRow
          key={announcement.id}
          announcement={announcement}
          row={all?.find(({ id }) => id === announcement.integration) ?? null}
          onLater={() => dismissal.mutate({ id: announcement.id }, { onError: showProblem })}
        />
      ))}
      {hidden > 0 ? (
        <div className={style({ padding: 8 })}>
          <ActionButton isQuiet size="S" onPress={() => setShowsAll(true)}>
            {`Show ${hidden} more`}
          </ActionButton>
        </div>
      ) : null}
    </section>
  );
}
