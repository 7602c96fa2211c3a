import { useState } from 'react';
import type { Draft } from '../backend/index.ts';
import { isDone, nextStep, stepsOf, type StepId } from './step-list.ts';
import { newestDraft } from './use-draft.ts';

/** Which steps are unfolded. At first it is the one to be filled in next. */
export function useOpenSteps(draft: Draft) {
  const [open, setOpen] = useState<ReadonlySet<StepId>>(() => {
    const first = nextStep(draft);
    return new Set(first ? [first] : []);
  });
  const [focused, setFocused] = useState<StepId | 'test' | null>(null);

  return {
    open,
    /** The step that the user was taken to. */
    focused,
    toggle(step: StepId): void {
      setFocused(null);
      setOpen((before) => new Set(before.has(step) ? [...before].filter((each) => each !== step) : [...before, step]));
    },
    /** Folds a step when it is done, and goes to the one after it; false when something is still wrong in it. */
    goOn(step: StepId): boolean {
      const now = newestDraft(draft);
      if (!isDone(now, step)) return false;
      const order = stepsOf(now);
      const after = order[order.indexOf(step) + 1];
      // The kind is never missing, but it is a choice to be seen.
      const next = after === 'kind' ? after : nextStep(now, step);
      setFocused(next ?? 'test');
      setOpen((before) => new Set([...[...before].filter((each) => each !== step), ...(next ? [next] : [])]));
      return true;
    },
    /** Unfolds what is not done, so that all that is missing can be seen. */
    openUnfinished(): void {
      const now = newestDraft(draft);
      setOpen((before) => new Set([...before, ...stepsOf(now).filter((step) => !isDone(now, step))]));
    },
  };
}
