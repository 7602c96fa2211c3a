import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { backend, type AnalysisPage, type EventRef, type Problem } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { DrawnSection } from '../analyses/index.ts';

/** The states that the owner of a shared state had, with what changed from one to the next. */
export function HistoryView({ event }: { event: EventRef }) {
  const { data, error } = useQuery<AnalysisPage, Problem>({
    queryKey: ['event_state_history', event],
    queryFn: () => backend.call('event_state_history', event),
    gcTime: 0,
  });
  if (error) {
    return (
      <div className={style({ padding: 16 })}>
        <ProblemView problem={error} />
      </div>
    );
  }
  if (!data) {
    return <ProgressCircle isIndeterminate size="S" aria-label="Reading the states" styles={style({ margin: 16 })} />;
  }
  const { drawing } = data;
  return (
    <>
      {drawing.nothing === null ? null : (
        <p className={style({ font: 'ui', color: 'neutral-subdued', margin: 16 })}>{drawing.nothing}</p>
      )}
      {drawing.sections.map((section) => (
        <DrawnSection
          key={section.id}
          section={section}
          name={JSON.stringify([event, section.id])}
          revision={data.revision}
          load={(offset, limit) => {
            const rows = section.rows.slice(offset, offset + limit);
            return Promise.resolve({ revision: data.revision, total: section.rows.length, rows });
          }}
          chosen={null}
          onChoose={() => undefined}
          fills
        />
      ))}
    </>
  );
}
