/** The events that stand in the row that an element is in, or that it is. */
export function eventsOf(element: Element): HTMLElement[] {
  return [...(element.closest('[role=row]')?.querySelectorAll<HTMLElement>('.analysis-event') ?? [])];
}
