import './cut-in-middle.css';

/**
 * A text that is cut in its middle when there is no room: names of services begin alike, and what tells them apart is
 * behind the last dot. Other texts stand bare, and are cut at their end by what they stand in.
 */
export function CutInMiddle({ text }: { text: string }) {
  const cut = lastDot(text);
  if (cut <= 0) return text;
  return (
    <span className="cut-in-middle">
      <span className="cut-in-middle-begin">{text.slice(0, cut)}</span>
      <span className="cut-in-middle-end">{text.slice(cut)}</span>
    </span>
  );
}

/** Where the last dot before the slash is, in names such as `com.adobe.target/error`; else -1. */
function lastDot(text: string): number {
  const name = /^[\w-]+(?:\.[\w-]+)+(?=\/|$)/.exec(text)?.[0];
  return name?.lastIndexOf('.') ?? -1;
}
