import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { backend, type EventRef, type Problem, type Related, type RelatedGroup } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { listColours } from '../../virtual-list/index.ts';
import { useInspector } from '../inspector-context.ts';
import './details.css';
import { RelatedEvent } from './RelatedEvent.tsx';

/** Events may still arrive that belong to it. */
const lookAgainMs = 5000;

/** What belongs to an event, asked for again while the session is followed. */
export function useRelated(event: EventRef) {
  const { onlyArchive } = useInspector();
  return useQuery<Related, Problem>({
    queryKey: ['event_related', event],
    queryFn: () => backend.call('event_related', event),
    refetchInterval: onlyArchive ? false : lookAgainMs,
    gcTime: 0,
  });
}

/** Parents, children, and everything about the same request. */
export function RelatedView({ event }: { event: EventRef }) {
  const { data, error } = useRelated(event);
  if (error) {
    return (
      <div className={style({ padding: 16 })}>
        <ProblemView problem={error} />
      </div>
    );
  }
  if (!data) {
    return (
      <ProgressCircle isIndeterminate size="S" aria-label="Looking for related events" styles={style({ margin: 16 })} />
    );
  }
  return (
    <div
      role="group"
      aria-label="Related events"
      className={`${listColours} ${style({ overflow: 'auto', flexGrow: 1, minHeight: 0, paddingBottom: 16 })}`}
    >
      {data.groups.length === 0 ? (
        <p className={style({ font: 'ui', color: 'neutral-subdued', margin: 16 })}>
          No event in the session belongs to this one: it names no parent and no request, and none names it.
        </p>
      ) : null}
      {data.groups.map((group) => (
        <Group key={group.title} group={group} event={event} />
      ))}
    </div>
  );
}

function Group({ group, event }: { group: RelatedGroup; event: EventRef }) {
  const more = group.total - group.rows.length;
  return (
    <section aria-label={group.title}>
      <h3 className={style({ font: 'title-sm', marginX: 16, marginTop: 16, marginBottom: 4 })}>
        {group.title}{' '}
        <span className={style({ font: 'ui-sm', color: 'neutral-subdued' })}>{group.total.toLocaleString()}</span>
      </h3>
      <ul className={style({ listStyleType: 'none', margin: 0, padding: 0 })}>
        {group.rows.map((row) => (
          <li key={row.row.uuid}>
            <RelatedEvent related={row} isCurrent={row.row.uuid === event.event} />
          </li>
        ))}
      </ul>
      {more > 0 ? (
        <p className={style({ font: 'ui-sm', color: 'neutral-subdued', marginX: 16 })}>
          {`${more.toLocaleString()} more are not shown.`}
        </p>
      ) : null}
    </section>
  );
}
