import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useQuery } from '@tanstack/react-query';
import { backend, type AnalysisPage, type EventRef, type Problem } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { DrawnSection } from '../analyses/index.ts';

const firstRows = 1;

/** Rows of the history of an event's state, once all states are read. */
async function historyOf(event: EventRef, offset: number, limit: number): Promise<AnalysisPage> {
  for (;;) {
    const page = await backend.call('event_state_history', { ...event, offset, limit });
    if (page.progress === null) return page;
  }
}

/** The states that the owner of a shared state had, with what changed from one to the next. */
export function HistoryView({ event }: { event: EventRef }) {
  const { data, error } = useQuery<AnalysisPage, Problem>({
    queryKey: ['event_state_history', event],
    queryFn: () => historyOf(event, 0, firstRows),
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
          load={async (offset, limit) => {
            const page = await historyOf(event, offset, limit);
            const found = page.drawing.sections.find((each) => each.id === section.id);
            // The history of one event ends with it, whatever arrives later.
            return { revision: data.revision, total: found?.total ?? 0, rows: found?.rows ?? [] };
          }}
          chosen={null}
          onChoose={() => undefined}
          fills
        />
      ))}
    </>
  );
}
