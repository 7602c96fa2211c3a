/** A duration of a call: "237 ms", "1.4 s". */
export function tookInWords(milliseconds: number): string {
  if (milliseconds < 1000) return `${milliseconds} ms`;
  return `${(milliseconds / 1000).toLocaleString(undefined, { maximumFractionDigits: 1 })} s`;
}

/** Number and word of a status: "404 Not Found". */
export function statusInWords({ status, reason }: { status: number; reason: string }): string {
  return reason === '' ? String(status) : `${status} ${reason}`;
}

/** How good a status is. */
export function toneOf(status: number): 'positive' | 'informative' | 'notice' | 'negative' {
  if (status < 300) return 'positive';
  if (status < 400) return 'informative';
  return status < 500 ? 'notice' : 'negative';
}
