// The crates that are linked into the program on this system, with their licences.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { licenceTexts } from './texts.mjs';

const program = 'assurance-desk';

/** Every crate that the program is made of; what only builds or tests it is left out. */
export function crates(root) {
  const host = /host: (\S+)/.exec(execFileSync('rustc', ['-vV'], { encoding: 'utf8' }))[1];
  const metadata = JSON.parse(
    execFileSync(process.env.CARGO ?? 'cargo', ['metadata', '--format-version', '1', '--filter-platform', host], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    }),
  );
  const packages = new Map(metadata.packages.map((each) => [each.id, each]));
  const nodes = new Map(metadata.resolve.nodes.map((node) => [node.id, node]));
  const first = metadata.packages.find((each) => each.name === program).id;
  const checksums = checksumsOf(readFileSync(`${root}/Cargo.lock`, 'utf8'));

  const linked = new Map();
  const waiting = [first];
  while (waiting.length > 0) {
    const id = waiting.pop();
    if (linked.has(id)) continue;
    const needs = nodes.get(id).deps.filter(isLinked).map((dependency) => dependency.pkg);
    // A macro runs in the compiler, and what it needs runs there too.
    const isMacro = packages.get(id).targets.some((target) => target.kind.includes('proc-macro'));
    linked.set(id, { needs: isMacro ? [] : needs, isMacro });
    if (!isMacro) waiting.push(...needs);
  }

  const reference = (id) => `pkg:cargo/${packages.get(id).name}@${packages.get(id).version}`;
  return [...linked]
    .filter(([, { isMacro }]) => !isMacro)
    .map(([id, { needs }]) => {
      const { name, version, license, license_file: file, manifest_path: manifest, source, description } = packages.get(id);
      return {
        kind: 'crate',
        name,
        version,
        description: description?.replace(/\s+/g, ' ').trim() ?? null,
        licence: license ?? 'see the text',
        ours: source === null,
        reference: reference(id),
        sha256: checksums.get(`${name} ${version}`) ?? null,
        texts: source === null ? [] : licenceTexts(dirname(manifest), file),
        needs: needs.filter((need) => !linked.get(need)?.isMacro).map(reference),
      };
    });
}

const isLinked = (dependency) => dependency.dep_kinds.some(({ kind }) => kind === null);

function checksumsOf(lock) {
  const found = lock.matchAll(/name = "([^"]+)"\nversion = "([^"]+)"\nsource = "[^"]+"\nchecksum = "([0-9a-f]{64})"/g);
  return new Map([...found].map(([, name, version, sum]) => [`${name} ${version}`, sum]));
}
