import './cut-in-middle.css';

/**
 * A text that is cut in its middle when there is no room: names of services begin alike, and what tells them apart is
 * behind the last dot. Other texts stand bare, and are cut at their end by what they stand in.
 */
export function CutInMiddle({ text }: { text: string }) {
  const [begin, end] = partsOfName(text);
  if (end === '') return text;
  return (
    <span className="cut-in-middle">
      <span className="cut-in-middle-begin">{begin}</span>
      <span className="cut-in-middle-end">{end}</span>
    </span>
  );
}

/** A name such as `com.adobe.target/error` in two, before its last dot; the second part of another text is empty. */
export function partsOfName(text: string): [string, string] {
  const name = /^[\w-]+(?:\.[\w-]+)+(?=\/|$)/.exec(text)?.[0];
  if (name === undefined) return [text, ''];
  const cut = name.lastIndexOf('.');
  return [text.slice(0, cut), text.slice(cut)];
}
