/** What the program is made of, as the build writes it. */
export interface Bundled {
  parts: Part[];
  texts: string[];
}

/** A library or font of somebody else. */
export interface Part {
  kind: 'crate' | 'package' | 'font';
  name: string;
  version: string;
  /** The licence in short. */
  licence: string;
  /** Numbers of its texts. */
  texts: number[];
}

/** The parts, with the whole texts of their licences. Nothing where the program was built without them. */
export async function readLicences(): Promise<Bundled | null> {
  const answer = await fetch('./licences.json');
  // The page that stands for everything that is not there is no list either.
  const text = answer.ok ? await answer.text() : '';
  return text.startsWith('{') ? (JSON.parse(text) as Bundled) : null;
}

/** The parts whose name or licence has the text in it. */
export function matching(parts: readonly Part[], text: string): Part[] {
  const wanted = text.trim().toLowerCase();
  return parts.filter(({ name, licence }) => `${name} ${licence}`.toLowerCase().includes(wanted));
}

export const keyOf = ({ kind, name, version }: Part): string => `${kind} ${name} ${version}`;
