const seconds = (count: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit: 'second', unitDisplay: 'long' }).format(count);

const minutes = (count: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit: 'minute', unitDisplay: 'long' }).format(count);

/** How this computer's clock compares with one that is so many seconds ahead of it. */
export function clockInWords(aheadSeconds: number): string {
  const apart = Math.abs(aheadSeconds);
  // An answer takes a second or two to come.
  if (apart <= 2) return 'Its clock and this computer’s agree.';
  const length = apart < 120 ? seconds(apart) : minutes(Math.round(apart / 60));
  return `This computer’s clock is ${length} ${aheadSeconds > 0 ? 'behind' : 'ahead'}.`;
}
