/**
 * A label that is cut in its middle when there is no room: names of services begin alike, and what tells them apart is
 * behind the last dot.
 */
export function EventLabel({ text }: { text: string }) {
  const cut = lastDot(text);
  return (
    <span className="event-name">
      {cut > 0 ? <span className="event-name-begin">{text.slice(0, cut)}</span> : null}
      <span className="event-name-end">{text.slice(Math.max(cut, 0))}</span>
    </span>
  );
}

/** Where the last dot before the slash is, in names such as `com.adobe.target/error`; else -1. */
function lastDot(text: string): number {
  const name = /^[\w-]+(?:\.[\w-]+)+(?=\/|$)/.exec(text)?.[0];
  return name?.lastIndexOf('.') ?? -1;
}
