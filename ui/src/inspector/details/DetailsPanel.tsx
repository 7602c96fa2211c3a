import { CloseButton } from '@react-spectrum/s2/CloseButton';
import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tab, TabList, TabPanel, Tabs } from '@react-spectrum/s2/Tabs';
import type { EventDetails, EventRef, Problem } from '../../backend/index.ts';
import { useRemembered } from '../../app/remembered.ts';
import { ProblemView } from '../../problems/index.ts';
import { dateAndZone, timeOfDay } from '../list/time.ts';
import { MarkBar, Notes } from '../marks/index.ts';
import { DiffView } from './DiffView.tsx';
import { HistoryView } from './HistoryView.tsx';
import { RawView } from './RawView.tsx';
import { RelatedView } from './RelatedView.tsx';
import { Summary } from './Summary.tsx';
import { TreeView } from './TreeView.tsx';

interface Props {
  event: EventRef;
  details: EventDetails | undefined;
  problem: Problem | null;
  onClose: () => void;
}

const panel = style({ flexGrow: 1, minHeight: 0, marginTop: 0 });
const filled = style({ display: 'flex', flexDirection: 'column', height: 'full' });

/** All there is to know about one event. */
export function DetailsPanel({ event, details, problem, onClose }: Props) {
  const [tab, choose] = useRemembered('details.tab');
  const isState = details?.row.eventType === 'hub' && details.row.source === 'sharedstate';
  return (
    <section
      aria-label="Details of the event"
      className={style({ display: 'flex', flexDirection: 'column', height: 'full', minHeight: 0 })}
    >
      <div
        className={style({
          display: 'flex',
          alignItems: 'start',
          gap: 8,
          paddingStart: 16,
          paddingEnd: 8,
          paddingTop: 8,
        })}
      >
        <div className={style({ flexGrow: 1, minWidth: 0 })}>
          <h2 className={style({ font: 'title-sm', margin: 0, truncate: true })}>{details?.row.label ?? '…'}</h2>
          <div
            title={details ? dateAndZone(details.row.timestamp) : undefined}
            className={style({ font: 'ui-sm', color: 'neutral-subdued', truncate: true })}
          >
            {details ? `${timeOfDay(details.row.timestamp)} · ${details.row.vendor}` : '…'}
          </div>
        </div>
        {details ? <MarkBar event={event} marks={details.row.marks} /> : null}
        <CloseButton size="S" aria-label="Close the details" onPress={onClose} />
      </div>
      {details ? <Notes event={event} marks={details.row.marks} /> : null}
      {problem ? (
        <div className={style({ padding: 16 })}>
          <ProblemView problem={problem} />
        </div>
      ) : (
        <Tabs
          aria-label="Details"
          density="compact"
          selectedKey={tab === 'history' && !isState ? 'summary' : (tab ?? 'summary')}
          onSelectionChange={(key) => choose(String(key))}
          styles={style({ flexGrow: 1, minHeight: 0 })}
        >
          <TabList styles={style({ marginX: 16 })}>
            <Tab id="summary">Summary</Tab>
            <Tab id="tree">Tree</Tab>
            <Tab id="raw">Raw</Tab>
            <Tab id="related">Related</Tab>
            <Tab id="diff">Diff</Tab>
            {isState ? <Tab id="history">History</Tab> : null}
          </TabList>
          <TabPanel id="summary" styles={panel}>
            <div className={filled}>{details ? <Summary event={event} details={details} /> : <Waiting />}</div>
          </TabPanel>
          <TabPanel id="tree" styles={panel}>
            <div className={filled}>
              <TreeView key={event.event} event={event} />
            </div>
          </TabPanel>
          <TabPanel id="raw" styles={panel}>
            <div className={filled}>
              <RawView key={event.event} event={event} bytes={details?.bytes} />
            </div>
          </TabPanel>
          <TabPanel id="related" styles={panel}>
            <div className={filled}>
              <RelatedView event={event} />
            </div>
          </TabPanel>
          <TabPanel id="diff" styles={panel}>
            <div className={filled}>
              <DiffView key={event.event} event={event} />
            </div>
          </TabPanel>
          {isState ? (
            <TabPanel id="history" styles={panel}>
              <div className={filled}>
                <HistoryView event={event} />
              </div>
            </TabPanel>
          ) : null}
        </Tabs>
      )}
    </section>
  );
}

function Waiting() {
  return <ProgressCircle isIndeterminate size="S" aria-label="Loading the event" styles={style({ margin: 16 })} />;
}
