// The npm packages that the window's pages are made of, with their licences.
import { readFileSync } from 'node:fs';
import { licenceTexts } from './texts.mjs';

/** Everything that the UI's dependencies bring; what only builds or tests it is left out. */
export function packages(root) {
  const lock = JSON.parse(readFileSync(`${root}/package-lock.json`, 'utf8')).packages;
  const found = new Map();
  const waiting = [place(lock, 'ui', Object.keys(lock['ui'].dependencies))].flat();
  while (waiting.length > 0) {
    const folder = waiting.pop();
    if (found.has(folder)) continue;
    const entry = lock[folder];
    const needs = place(lock, folder, Object.keys({ ...entry.dependencies, ...entry.peerDependencies }));
    found.set(folder, needs);
    waiting.push(...needs);
  }
  const about = (folder) => JSON.parse(readFileSync(`${root}/${folder}/package.json`, 'utf8'));
  const known = new Map([...found.keys()].map((folder) => [folder, about(folder)]));
  const reference = (folder) => {
    const { name, version } = known.get(folder);
    return `pkg:npm/${name.replace('@', '%40')}@${version}`;
  };
  return [...found].map(([folder, needs]) => {
    const { name, version, license, description } = known.get(folder);
    return {
      kind: name.startsWith('@fontsource') ? 'font' : 'package',
      name,
      version,
      description: description ?? null,
      licence: typeof license === 'string' ? license : 'see the text',
      ours: false,
      reference: reference(folder),
      sha512: sum(lock[folder].integrity),
      texts: licenceTexts(`${root}/${folder}`, null),
      needs: needs.map(reference),
    };
  });
}

/** Where npm has put these names for whoever lives in this folder; what is optional and not there is left out. */
function place(lock, folder, names) {
  return names.flatMap((name) => {
    for (let from = folder; ; from = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '') {
      const candidate = `${from === '' ? '' : `${from}/`}node_modules/${name}`;
      if (lock[candidate]) return [candidate];
      if (from === '') return [];
    }
  });
}

function sum(integrity) {
  const [, base64] = /^sha512-(.+)$/.exec(integrity ?? '') ?? [];
  return base64 ? Buffer.from(base64, 'base64').toString('hex') : null;
}
