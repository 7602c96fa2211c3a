// The texts of licences, as they lie in the sources.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const licenceFile = /^(licen[cs]e|copying|copyright|notice|unlicense|ofl)([-._].*)?$/i;
const longest = 200_000;

/** The licence texts in a folder, and the one that its manifest names. */
export function licenceTexts(folder, named) {
  const names = new Set(readdirSync(folder).filter((name) => licenceFile.test(name)));
  if (named && existsSync(join(folder, named))) names.add(named);
  return [...names].toSorted().flatMap((name) => {
    const path = join(folder, name);
    if (!statSync(path).isFile() || statSync(path).size > longest) return [];
    return [readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim()];
  });
}
