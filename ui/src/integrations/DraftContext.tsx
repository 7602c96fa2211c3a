import { createContext, use } from 'react';
import type { Draft, DraftField, Finding } from '../backend/index.ts';
import type { DraftEdits, EditedField } from './draft-edits.ts';
import type { DraftSender } from './draft-sender.ts';

export interface DraftState {
  draft: Draft;
  edits: DraftEdits;
  sender: DraftSender;
  /** Fields that the user has left once; what is wrong in them is told. */
  left: ReadonlySet<DraftField>;
  /** Fields that are told of even when they are only empty, since the user wanted to go on. */
  asked: ReadonlySet<DraftField>;
  leave: (field: DraftField) => void;
  ask: (fields: readonly DraftField[]) => void;
}

export const DraftContext = createContext<DraftState | null>(null);

export function useDraftState(): DraftState {
  const state = use(DraftContext);
  if (!state) throw new Error('a step is shown outside of an integration');
  return state;
}

/** What is to be told of a field now: nothing while it is being filled in for the first time. */
export function useFinding(field: DraftField): Finding | null {
  const { draft, left, asked } = useDraftState();
  const finding = draft.findings.find((each) => each.field === field);
  if (!finding) return null;
  const told = asked.has(field) || (left.has(field) && !finding.missing);
  return told ? finding : null;
}

/** The fields that are one line of text and no secret. */
export type TextOfDraft = EditedField &
  DraftField &
  ('name' | 'organizationId' | 'clientId' | 'technicalAccountId' | 'consoleLink');

/** A text of the draft as it is shown, and how to change it. */
export function useDraftText(field: TextOfDraft) {
  const { draft, edits, sender, leave } = useDraftState();
  return {
    value: edits.shown[field] ?? draft[field],
    onChange: (value: string) => sender.type({ [field]: value }),
    onFocus: () => sender.enter(field),
    onBlur: () => {
      sender.leave(field);
      leave(field);
    },
  };
}
