import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { FocusableRefValue } from '@react-types/shared';
import { useEffect, useRef } from 'react';
import { VisuallyHidden } from 'react-aria/VisuallyHidden';
import type { Draft } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { useDraftState } from '../DraftContext.tsx';
import { useDraftCommand } from '../use-draft-command.ts';
import { section } from './Step.tsx';
import { StepNumber } from './StepNumber.tsx';
import { testInWords } from './test-in-words.ts';
import { TestResult } from './TestResult.tsx';
import { useSaveDraft } from './use-save-draft.ts';

interface Props {
  number: number;
  /** Whether the user was taken here, since all is filled in. */
  takesFocus: boolean;
  /** Called before a test or a save, so that what is missing shows. */
  onTried: (draft: Draft) => void;
}

/** Tests the integration step by step, and saves it. */
export function TestStep({ number, takesFocus, onTried }: Props) {
  const { draft } = useDraftState();
  const test = useDraftCommand('draft_test');
  const { save, isSaving, problem } = useSaveDraft(onTried);
  const isTesting = test.isRunning || draft.testing;
  const outcomes = draft.steps.map((step) => step.outcome.state);
  const failed = outcomes.includes('failed');
  const passed = outcomes.includes('passed') && outcomes.every((state) => state === 'passed' || state === 'skipped');

  const results = useRef<HTMLElement>(null);
  const testButton = useRef<FocusableRefValue<HTMLButtonElement>>(null);
  useEffect(() => {
    if (takesFocus) testButton.current?.focus();
  }, [takesFocus]);

  // What came out, and what can be pressed next, shall be in sight; when fields are wrong, those shall be.
  const { steps } = draft;
  const isComplete = draft.findings.length === 0;
  useEffect(() => {
    if (steps.length > 0 && isComplete) results.current?.scrollIntoView({ block: 'nearest' });
  }, [steps, isComplete]);

  return (
    <section ref={results} aria-label="Test" className={section}>
      <h2
        className={style({
          font: 'title',
          margin: 0,
          paddingX: 16,
          height: 48,
          display: 'flex',
          alignItems: 'center',
          gap: 12,
        })}
      >
        <StepNumber number={number} />
        Test
      </h2>
      <div
        className={style({
          display: 'flex',
          flexDirection: 'column',
          gap: 16,
          padding: 16,
          paddingTop: 4,
          paddingStart: 48,
        })}
      >
        <VisuallyHidden>
          {/* There from the start, so that what came out is read out. */}
          <div role="status">{testInWords(outcomes, isTesting)}</div>
        </VisuallyHidden>
        {draft.steps.length > 0 ? (
          <TestResult steps={draft.steps} draft={draft} />
        ) : (
          <p className={style({ font: 'body', margin: 0 })}>
            Requests an access token and asks Assurance for your sessions. Nothing is changed at Adobe.
          </p>
        )}
        {test.problem ? <ProblemView problem={test.problem} /> : null}
        {problem ? <ProblemView problem={problem} /> : null}
        <div className={style({ display: 'flex', gap: 12 })}>
          <Button
            ref={testButton}
            variant={passed ? 'secondary' : 'accent'}
            isPending={isTesting}
            onPress={() => {
              onTried(draft);
              void test.run({ draft: draft.id });
            }}
          >
            Test
          </Button>
          <Button variant={passed ? 'accent' : 'secondary'} isPending={isSaving} isDisabled={isTesting} onPress={save}>
            {failed ? 'Save anyway' : 'Save'}
          </Button>
        </div>
      </div>
    </section>
  );
}
