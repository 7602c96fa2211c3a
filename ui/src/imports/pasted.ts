const LINE_OF_ENV = /^\s*(?:export\s+)?[A-Za-z_][\w.-]*\s*(?:=|:\s)/;

/** Whether a text is more than the value of one field: JSON, PEM, or lines with names and values. */
export function isMoreThanValue(text: string): boolean {
  const trimmed = text.trim();
  if (trimmed.includes('-----BEGIN ')) return true;
  if (/^[{[]/.test(trimmed) && /"[^"]*"\s*:/.test(trimmed)) return true;
  const lines = trimmed.split(/\r?\n/).filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  return lines.length > 1 && lines.filter((line) => LINE_OF_ENV.test(line)).length > lines.length / 2;
}
