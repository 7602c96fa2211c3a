import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useLayoutEffect, useRef } from 'react';
import type { Problem } from '../backend/index.ts';
import { useGuideState } from './GuideContext.tsx';
import { GuideStepItem } from './GuideStepItem.tsx';
import { nextStep } from './progress.ts';

const list = style({ display: 'flex', flexDirection: 'column', margin: 0, padding: 0, listStyleType: 'none' });

/** The steps in order. When one is done, the user is taken to the next. */
export function GuideSteps({ refusal }: { refusal: Problem | null }) {
  const { guide } = useGuideState();
  const items = useRef<HTMLOListElement>(null);
  const next = nextStep(guide);
  const shown = useRef(next);

  // Before the step is seen: a button that moves under a press is not pressed.
  useLayoutEffect(() => {
    if (shown.current === next) return;
    shown.current = next;
    const heading = items.current?.querySelector<HTMLElement>('[aria-current="step"] h2');
    heading?.focus({ preventScroll: true });
    heading?.closest('li')?.scrollIntoView({ block: 'nearest' });
  }, [next]);

  return (
    <ol ref={items} aria-label="Steps" className={list}>
      {guide.steps.map((step, index) => (
        <GuideStepItem
          key={index}
          step={step}
          number={index + 1}
          isLast={index === guide.steps.length - 1}
          refusal={index === next ? refusal : null}
        />
      ))}
    </ol>
  );
}
