/** An ID shortened in the middle: `84a0…f06d`. It is always copied whole. */
export function shortened(id: string, keep = 4): string {
  return id.length <= 2 * keep + 1 ? id : `${id.slice(0, keep)}…${id.slice(-keep)}`;
}

/** An organization ID shortened: `9F1C…@AdobeOrg`. */
export function shortenedOrganization(id: string): string {
  const at = id.indexOf('@');
  return at > 5 ? `${id.slice(0, 4)}…${id.slice(at)}` : id;
}
