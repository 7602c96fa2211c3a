import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';
import type { ArchiveHits, ArchiveRow } from '../../backend/index.ts';
import { Hit } from './Hit.tsx';

interface Props {
  archive: ArchiveRow;
  hits: ArchiveHits;
  /** Opens the archive with the filter, and the event where it is one. */
  onOpen: (event: string | null) => void;
}

const shownAtFirst = 5;

/** What one archive has of what is looked for, the newest first. */
export function HitsOfArchive({ archive, hits, onOpen }: Props) {
  const [all, setAll] = useState(false);
  const shown = all ? hits.rows : hits.rows.slice(0, shownAtFirst);
  const more = hits.rows.length - shown.length;
  const list = useRef<HTMLUListElement>(null);
  // The button that showed them is gone: the first of them takes the focus.
  useEffect(() => {
    if (all) list.current?.children[shownAtFirst]?.querySelector('button')?.focus();
  }, [all]);
  return (
    <section aria-label={archive.name}>
      <div className={style({ display: 'flex', alignItems: 'baseline', gap: 8 })}>
        <h3
          className={style({ font: 'title-sm', margin: 0, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' })}
        >
          {archive.name}
        </h3>
        <span className={style({ font: 'ui-sm', color: 'neutral-subdued', whiteSpace: 'nowrap' })}>
          {hits.problem ? '' : `${hits.matched.toLocaleString()} of ${hits.total.toLocaleString()}`}
        </span>
        <div className={style({ flexGrow: 1 })} />
        {hits.matched > 0 ? (
          <ActionButton isQuiet size="S" onPress={() => onOpen(null)}>
            Show in the inspector
          </ActionButton>
        ) : null}
      </div>
      {hits.problem ? (
        <p className={style({ font: 'ui', margin: 0, color: 'negative' })}>
          {`It could not be searched. ${hits.problem.message}`}
        </p>
      ) : null}
      <ul ref={list} className={style({ margin: 0, padding: 0 })}>
        {shown.map((event) => (
          <Hit key={event.uuid} event={event} onOpen={() => onOpen(event.uuid)} />
        ))}
      </ul>
      {more > 0 ? (
        <ActionButton isQuiet size="S" onPress={() => setAll(true)}>
          {`Show ${more.toLocaleString()} more`}
        </ActionButton>
      ) : null}
    </section>
  );
}
