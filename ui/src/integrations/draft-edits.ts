import type { DraftChange } from '../backend/index.ts';

export type EditedField = keyof DraftChange;

/**
 * What the user typed and Rust has not yet answered to. Typed text wins over the answer until the user has left the
 * field, so that nothing changes under the caret; what could not be sent is kept and sent again.
 */
export interface DraftEdits {
  /** What the fields show instead of the draft's own values. */
  shown: DraftChange;
  /** What is still to be sent. */
  unsent: DraftChange;
}

export const noEdits: DraftEdits = { shown: {}, unsent: {} };

export function typed(edits: DraftEdits, change: DraftChange): DraftEdits {
  return { shown: { ...edits.shown, ...change }, unsent: { ...edits.unsent, ...change } };
}

/** While a request is under way, what it carries is no longer to be sent. */
export function taken(edits: DraftEdits, sent: DraftChange): DraftEdits {
  return { ...edits, unsent: without(edits.unsent, sent) };
}

/** Rust has answered: what it knows now is shown as it says, save in the field that the user is in. */
export function answered(edits: DraftEdits, sent: DraftChange, focused: EditedField | null): DraftEdits {
  const settled = Object.fromEntries(
    Object.entries(sent).filter(([field]) => field !== focused && !(field in edits.unsent)),
  );
  return { ...edits, shown: without(edits.shown, settled) };
}

/** The request failed: it is all to be sent again, under what was typed since. */
export function givenBack(edits: DraftEdits, sent: DraftChange): DraftEdits {
  return { ...edits, unsent: { ...sent, ...edits.unsent } };
}

/** The user left a field that Rust has answered to. */
export function leftField(edits: DraftEdits, field: EditedField, underWay: DraftChange | null): DraftEdits {
  if (field in edits.unsent || (underWay && field in underWay)) return edits;
  return { ...edits, shown: without(edits.shown, { [field]: true }) };
}

function without(change: DraftChange, gone: object): DraftChange {
  return Object.fromEntries(Object.entries(change).filter(([field]) => !(field in gone)));
}
