/** Letters of one cell. */
const mostHeard = 300;

/**
 * What a listener hears of a row: its cells, in their order. Orca reads the cells of a row to nobody who comes to it by keys, for the
 * focus stays on the list: it says the row's name, and that has to be there before the row is reached.
 */
export function wordsOfRow(row: Element): string {
  const words = [...row.children].map(wordsOf).filter(Boolean);
  return words.map((each) => (each.length > mostHeard ? `${each.slice(0, mostHeard)}…` : each)).join(', ');
}

function wordsOf(node: Node): string {
  if (node instanceof Text) return node.data.trim();
  if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true') return '';
  return node.getAttribute('aria-label') ?? [...node.childNodes].map(wordsOf).filter(Boolean).join(' ');
}
