import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { useOfferActions } from '../app/place-actions.ts';
import { useRemembered } from '../app/remembered.ts';
import { asProblem } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Splitter } from '../panels/Splitter.tsx';
import { usePanel } from '../panels/use-panel.ts';
import { ProblemView, showProblem } from '../problems/index.ts';
import { RequestDialogs } from './dialogs/RequestDialogs.tsx';
import { beginDraft, openRequest, restoreDrafts, useDrafts } from './drafts/drafts.ts';
import { NoIntegration } from '../integrations/NoIntegration.tsx';
import { RequestPanes } from './RequestPanes.tsx';
import { RequestsContext, type AskedDialog, type RequestsState } from './requests-context.ts';
import { ShelfPane } from './shelf/ShelfPane.tsx';
import { useChecksUpToDate, useShelf } from './use-shelf.ts';
import { useSize } from './use-size.ts';

const place = style({ display: 'flex', height: 'full', minHeight: 0, position: 'relative', overflow: 'hidden' });
const over = style({
  position: 'absolute',
  insetY: 0,
  insetStart: 0,
  zIndex: 2,
  boxSizing: 'border-box',
  maxWidth: 'full',
  backgroundColor: 'layer-2',
  borderStyle: 'solid',
  borderWidth: 0,
  borderEndWidth: 1,
  borderColor: 'gray-200',
  boxShadow: 'elevated',
});
/** A narrower place has no room for three columns. */
const narrow = 900;

/** Calls of any Adobe API under an integration. */
export function RequestsPlace() {
  const { integration, all, problem } = useIntegrationInUse();
  if (integration) return <Requests integration={integration.id} />;
  if (problem) {
    return (
      <div className={style({ padding: 32 })}>
        <ProblemView problem={problem} />
      </div>
    );
  }
  if (all?.length !== 0) return <Loading />;
  return (
    <div className={style({ display: 'grid', height: 'full' })}>
      <NoIntegration>
        Here you call any of Adobe’s APIs, with the headers and the access token of an integration filled in.
      </NoIntegration>
    </div>
  );
}

function Requests({ integration }: { integration: string }) {
  const { data: shelf } = useShelf();
  const { shown } = useDrafts();
  const [remembered, rememberEnvironment] = useRemembered('requests.environment');
  const [asked, setAsked] = useState<{ dialog: AskedDialog; number: number } | null>(null);
  const askedBefore = useRef(0);
  const ask = useCallback((dialog: AskedDialog) => {
    askedBefore.current += 1;
    setAsked({ dialog, number: askedBefore.current });
  }, []);
  const [measure, { width, height }] = useSize();
  const panel = usePanel('requests', 264);
  const [isOver, setOver] = useState(false);
  useChecksUpToDate();
  useEffect(() => void restoreDrafts(), []);
  useOfferActions(
    useMemo(
      () => [
        { id: 'new-request', label: 'New request', run: beginDraft },
        { id: 'paste-collection', label: 'Import a Postman collection', run: () => ask({ is: 'paste' }) },
      ],
      [ask],
    ),
  );

  const isNarrow = width > 0 && width < narrow;
  // An environment that was deleted is none.
  const environment = shelf?.environments.find(({ id }) => id === remembered)?.id ?? null;
  const requests: RequestsState = {
    under: { integration, environment },
    ask,
    open: (source) => void openRequest(source).catch((error: unknown) => showProblem(asProblem(error))),
  };
  const closeOver = () => {
    setOver(false);
    // What had the focus is gone.
    requestAnimationFrame(() => document.querySelector<HTMLElement>('input[aria-label=Address]')?.focus());
  };
  const onEnvironment = (next: string | null) => rememberEnvironment(next ?? '');

  return (
    <RequestsContext value={requests}>
      <div ref={measure} className={place}>
        {isNarrow ? (
          isOver ? (
            // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape closes it from wherever the focus is in it
            <div
              className={over}
              style={{ width: panel.width }}
              onKeyDown={(event) => {
                if (event.key === 'Escape') closeOver();
              }}
            >
              <ShelfPane takesFocus onChosen={closeOver} />
            </div>
          ) : null
        ) : panel.shown ? (
          <>
            <div className={style({ flexShrink: 0, minHeight: 0 })} style={{ width: panel.width }}>
              <ShelfPane onChosen={() => null} />
            </div>
            <Splitter
              label="Width of the collections"
              panel="before"
              width={panel.width}
              least={220}
              most={480}
              onResize={panel.resize}
              onFold={() => panel.show(false)}
            />
          </>
        ) : null}
        <RequestPanes
          draft={shown}
          shelf={shelf}
          height={height}
          isPaneShown={isNarrow ? isOver : panel.shown}
          onPane={isNarrow ? setOver : panel.show}
          onEnvironment={onEnvironment}
        />
        <RequestDialogs asked={asked} shelf={shelf} onEnvironment={onEnvironment} onClose={() => setAsked(null)} />
      </div>
    </RequestsContext>
  );
}
