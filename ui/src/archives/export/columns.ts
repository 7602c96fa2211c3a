/** The columns that a table can have beside paths, with what is in them. */
export const namedColumns: readonly { id: string; label: string }[] = [
  { id: 'time', label: 'Time (UTC)' },
  { id: 'timestamp', label: 'Time in milliseconds' },
  { id: 'name', label: 'Name' },
  { id: 'title', label: 'Kind in words' },
  { id: 'detail', label: 'Detail' },
  { id: 'eventType', label: 'SDK event type' },
  { id: 'source', label: 'SDK event source' },
  { id: 'type', label: 'Adobe’s type' },
  { id: 'vendor', label: 'Vendor' },
  { id: 'client', label: 'Client' },
  { id: 'eventNumber', label: 'Event number' },
  { id: 'uuid', label: 'UUID' },
  { id: 'payload', label: 'Payload as JSON' },
];

export const usualColumns = namedColumns.map(({ id }) => id).filter((id) => id !== 'timestamp');

/** The chosen columns in the order in which they are offered. */
export function inOrder(chosen: readonly string[]): string[] {
  return namedColumns.map(({ id }) => id).filter((id) => chosen.includes(id));
}
