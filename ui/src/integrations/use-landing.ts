import { useEffect, useEffectEvent, type RefObject } from 'react';
import type { Draft } from '../backend/index.ts';
import { lands } from '../imports/index.ts';
import { nextStep, stepFacts } from './step-list.ts';

const FIRST_IN_STEP = ':scope > [id] :is(input:not([readonly]), button:not([disabled]))';

/** After an import, what it did not bring takes the focus: the first field, or the way to test it all. */
export function useLanding(draft: Draft, form: RefObject<HTMLElement | null>): void {
  const land = useEffectEvent(() => {
    if (!lands(draft.id)) return;
    const step = nextStep(draft);
    const sections = [...(form.current?.querySelectorAll('section') ?? [])];
    const title = step ? stepFacts[step].title : 'Test';
    const section = sections.find((each) => each.ariaLabel === title);
    const field = draft.findings.find((finding) => step && stepFacts[step].fields.includes(finding.field))?.field;
    const wanted = section?.querySelector<HTMLElement>(`[data-field="${field}"] input`);
    const first = section?.querySelector<HTMLElement>(step ? FIRST_IN_STEP : 'button');
    (wanted ?? first)?.focus();
  });
  useEffect(() => land(), []);
}
