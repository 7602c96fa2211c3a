// What the program is made of: the licences for the window and for the packages, and the list of parts (SBOM).
// node write.mjs ROOT
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { crates } from './crates.mjs';
import { packages } from './packages.mjs';
import { sbom } from './sbom.mjs';

const root = process.argv[2];
const byName = (one, other) => (one.name + one.version < other.name + other.version ? -1 : 1);
const parts = [...crates(root), ...packages(root)].toSorted(byName);
const { version } = parts.find((part) => part.name === 'assurance-desk');
const foreign = parts.filter((part) => !part.ours);

// Many parts have the same text: it is kept once.
const texts = [...new Set(foreign.flatMap((part) => part.texts))];
const numbers = new Map(texts.map((text, number) => [text, number]));
const shown = foreign.map(({ kind, name, version: its, licence, texts: own }) => ({
  kind,
  name,
  version: its,
  licence,
  texts: own.map((text) => numbers.get(text)),
}));

const rule = '─'.repeat(72);
const own = [
  `Assurance Desk ${version}`,
  'Licensed under MIT or Apache-2.0, at your choice.',
  readFileSync(`${root}/LICENSE-MIT`, 'utf8').trim(),
  readFileSync(`${root}/LICENSE-APACHE`, 'utf8').trim(),
];
const listed = texts.map((text, number) => {
  const users = shown.filter((part) => part.texts.includes(number)).map((part) => `${part.name} ${part.version}`);
  return `${rule}\n${users.join(', ')}\n\n${text}`;
});
const table = shown.map((part) => `${part.name} ${part.version}: ${part.licence}`);

mkdirSync(`${root}/gen`, { recursive: true });
mkdirSync(`${root}/ui/public`, { recursive: true });
writeFileSync(`${root}/gen/licences.txt`, `${[...own, rule, 'It is made with:', table.join('\n'), ...listed].join('\n\n')}\n`);
writeFileSync(`${root}/gen/sbom.cdx.json`, `${JSON.stringify(sbom(version, parts), null, 1)}\n`);
writeFileSync(`${root}/ui/public/licences.json`, JSON.stringify({ parts: shown, texts }));
