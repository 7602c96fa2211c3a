/** The header is the first row for whoever counts them, and counting begins at 1. */
const rowsBefore = 2;

export function rowId(list: string, index: number): string {
  return `${list}-${index}`;
}

/** `aria-rowindex` of the row of this index. */
export function rowNumber(index: number): number {
  return index + rowsBefore;
}

/** The index of the row that an element is in. */
export function indexAt(target: EventTarget): number | null {
  const row = target instanceof Element ? target.closest('.list-row') : null;
  return row ? Number(row.getAttribute('aria-rowindex')) - rowsBefore : null;
}
