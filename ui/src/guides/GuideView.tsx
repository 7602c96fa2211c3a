import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Problem } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { ProblemView } from '../problems/index.ts';
import { ConsoleEntries } from './ConsoleEntries.tsx';
import { ConsoleNote } from './ConsoleNote.tsx';
import { GuideContext, type GuideState } from './GuideContext.tsx';
import { GuideSteps } from './GuideSteps.tsx';
import { introductions } from './guide-words.ts';
import { OtherActions } from './OtherActions.tsx';
import { nextStep } from './progress.ts';

interface Props {
  state: GuideState;
  /** Why the last action was refused. */
  refusal: Problem | null;
}

/** What the change does, its steps, and what can be done beside them. */
export function GuideView({ state, refusal }: Props) {
  const { guide } = state;
  return (
    <GuideContext value={state}>
      <Page>
        <p className={style({ font: 'body', margin: 0, maxWidth: 720 })}>
          {introductions[guide.guide]} You can leave at any time: what is done is kept, and you go on where you were.
        </p>
        <ConsoleNote />
        <GuideSteps refusal={refusal} />
        {refusal && nextStep(guide) === null ? <ProblemView problem={refusal} /> : null}
        <ConsoleEntries />
        <OtherActions />
      </Page>
    </GuideContext>
  );
}
