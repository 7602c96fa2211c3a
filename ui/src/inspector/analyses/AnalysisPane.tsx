import { IllustratedMessage, Content, Heading } from '@react-spectrum/s2/IllustratedMessage';
import NoSearchResults from '@react-spectrum/s2/illustrations/linear/NoSearchResults';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import type { Section } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { useSettled } from '../../sessions/index.ts';
import { useInspector } from '../inspector-context.ts';
import { AnalysisBar } from './AnalysisBar.tsx';
import { DrawnSection } from './DrawnSection.tsx';
import { LeftOut } from './LeftOut.tsx';
import { Notices } from './Notices.tsx';
import { ReadingEvents } from './ReadingEvents.tsx';
import { readSection, useAnalysis, type Asked } from './use-analysis.ts';

const pane = style({
  display: 'flex',
  flexDirection: 'column',
  flexGrow: 1,
  minWidth: 0,
  minHeight: 0,
  overflow: 'hidden',
});
/** Sections share the room, or lie below one another. */
const all = style<{ isShared: boolean }>({
  display: { default: 'block', isShared: 'flex' },
  flexDirection: 'column',
  flexGrow: 1,
  minHeight: 0,
  overflow: 'auto',
});
const waiting = style({ display: 'flex', flexGrow: 1, alignItems: 'center', justifyContent: 'center' });
const typingPauseMs = 150;

/** One analysis of the session's events. */
export function AnalysisPane({ analysis }: { analysis: string }) {
  const { status, view } = useInspector();
  const [client, setClient] = useState<string | null>(null);
  const [at, setAt] = useState<number | null>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const asked: Asked = { view, analysis, client, at, search: useSettled(search, typingPauseMs), chosen };
  const { answer, problem, isAsking, progress } = useAnalysis(asked, status.revision);

  if (problem && !answer) {
    return (
      <div className={style({ padding: 32 })}>
        <ProblemView problem={problem} />
      </div>
    );
  }
  const drawing = answer?.drawing;
  return (
    <div className={pane}>
      <AnalysisBar
        analysis={analysis}
        client={client}
        onClient={setClient}
        hasMoment={drawing?.hasMoment ?? false}
        at={at}
        onMoment={setAt}
        search={search}
        onSearch={setSearch}
        isAsking={isAsking}
      />
      <LeftOut count={drawing?.hidden ?? 0} />
      {!drawing ? (
        <div className={waiting}>
          <ReadingEvents progress={progress} />
        </div>
      ) : (
        <>
          {drawing.notices.length > 0 ? (
            <div
              className={style({
                display: 'flex',
                flexDirection: 'column',
                gap: 8,
                paddingX: 12,
                paddingBottom: 8,
                overflow: 'auto',
                flexShrink: 0,
                maxHeight: '40%',
              })}
            >
              <Notices notices={drawing.notices} />
            </div>
          ) : null}
          {drawing.nothing !== null ? (
            <div className={waiting}>
              <IllustratedMessage>
                <NoSearchResults />
                <Heading>{search === '' ? 'Nothing here yet' : 'No row has this text'}</Heading>
                <Content>{drawing.nothing}</Content>
              </IllustratedMessage>
            </div>
          ) : (
            <Sections sections={drawing.sections} asked={asked} chosen={chosen} onChoose={setChosen} />
          )}
        </>
      )}
    </div>
  );
}

interface SectionsProps {
  sections: Section[];
  asked: Asked;
  chosen: string | null;
  onChoose: (row: string | null) => void;
}

/** The first section beside those about the row that is chosen in it; else all of them below one another. */
function Sections({ sections, asked, chosen, onChoose }: SectionsProps) {
  const { status } = useInspector();
  const [first, ...others] = sections;
  if (!first) return null;
  const drawn = (section: Section, fills: boolean) => (
    <DrawnSection
      key={section.id}
      section={section}
      name={JSON.stringify([section.id, asked])}
      revision={status.revision}
      load={async (offset, limit) => {
        const page = await readSection(asked, section.id, offset, limit);
        const rows = page.drawing.sections.find((each) => each.id === section.id);
        return { revision: page.revision, total: rows?.total ?? 0, rows: rows?.rows ?? [] };
      }}
      chosen={chosen}
      onChoose={onChoose}
      fills={fills}
    />
  );
  const isShared = others.length === 0 || first.canChoose;
  // The same elements, whatever is chosen: choosing in a section must not take the focus from it.
  return <div className={all({ isShared })}>{sections.map((section) => drawn(section, isShared))}</div>;
}
