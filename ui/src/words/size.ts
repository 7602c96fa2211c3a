const units = ['bytes', 'KB', 'MB', 'GB'];

/** A number of bytes as people say it. */
export function sizeInWords(bytes: number): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(1, bytes)) / 3));
  const amount = (bytes / 1000 ** power).toLocaleString(undefined, { maximumFractionDigits: power === 0 ? 0 : 1 });
  return `${amount} ${units[power]}`;
}
