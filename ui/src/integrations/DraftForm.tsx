import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useMemo, useRef, useState } from 'react';
import type { Draft, DraftField } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { offerPasted } from '../imports/index.ts';
import { DraftContext, type DraftState } from './DraftContext.tsx';
import { DraftHeader } from './DraftHeader.tsx';
import { allFields, filledFields, isDone, stepFacts, stepsOf, type StepId } from './step-list.ts';
import { CredentialsStep } from './steps/CredentialsStep.tsx';
import { KeyStep } from './steps/KeyStep.tsx';
import { KindStep } from './steps/KindStep.tsx';
import { NameStep } from './steps/NameStep.tsx';
import { Step } from './steps/Step.tsx';
import { TestStep } from './steps/TestStep.tsx';
import { useDraftEdits } from './use-draft.ts';
import { useImportIntoDraft } from './use-import-into-draft.ts';
import { useLanding } from './use-landing.ts';
import { useOpenSteps } from './use-open-steps.ts';

const contents: Record<StepId, () => React.JSX.Element> = {
  name: NameStep,
  kind: KindStep,
  key: KeyStep,
  credentials: CredentialsStep,
};

interface Props {
  draft: Draft;
  onReplaced: (draft: Draft) => void;
}

/** The steps of an integration; done ones are folded, the first that is not is open. */
export function DraftForm({ draft, onReplaced }: Props) {
  const { edits, sender } = useDraftEdits(draft.id);
  // What is wrong in a field that came filled in is known, so it is told at once.
  const [left, setLeft] = useState<ReadonlySet<DraftField>>(() => new Set(filledFields(draft)));
  const [asked, setAsked] = useState<ReadonlySet<DraftField>>(() => new Set());
  const steps = useOpenSteps(draft);
  const form = useRef<HTMLDivElement>(null);

  const state = useMemo<DraftState>(
    () => ({
      draft,
      edits,
      sender,
      left,
      asked,
      leave: (field) => setLeft((before) => new Set([...before, field])),
      ask: (fields) => setAsked((before) => new Set([...before, ...fields])),
    }),
    [draft, edits, sender, left, asked],
  );

  useImportIntoDraft(state, onReplaced);
  useLanding(draft, form);

  async function goOn(step: StepId): Promise<void> {
    state.ask(stepFacts[step].fields);
    if (!(await sender.flush())) return;
    if (!steps.goOn(step)) showWrong();
  }

  /** The user is taken to the first field that needs them. */
  function showWrong(): void {
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  async function tried(): Promise<void> {
    state.ask(allFields);
    if (await sender.flush()) steps.openUnfinished();
    showWrong();
  }

  return (
    <DraftContext value={state}>
      <Page>
        <DraftHeader onReplaced={onReplaced} />
        <div
          ref={form}
          onPasteCapture={offerPasted}
          className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}
        >
          {stepsOf(draft).map((step, index) => {
            const Fields = contents[step];
            return (
              <Step
                key={step}
                number={index + 1}
                title={stepFacts[step].title}
                summary={stepFacts[step].summary(draft)}
                isDone={isDone(draft, step)}
                isOpen={steps.open.has(step)}
                takesFocus={steps.focused === step}
                onToggle={() => steps.toggle(step)}
                onContinue={() => void goOn(step)}
              >
                <Fields />
              </Step>
            );
          })}
          <TestStep
            number={stepsOf(draft).length + 1}
            takesFocus={steps.focused === 'test'}
            onTried={() => void tried()}
          />
        </div>
      </Page>
    </DraftContext>
  );
}
