let awaited: string | null = null;

/** The draft that is about to be shown, and whose missing part shall take the focus. */
export function landOn(draft: string): void {
  awaited = draft;
}

/** Whether the user lands on this draft now; true once. */
export function lands(draft: string): boolean {
  if (awaited !== draft) return false;
  awaited = null;
  return true;
}
