// A CycloneDX 1.6 list of all parts.

/** The list as JSON. It holds no time and no random number, so that the same parts make the same list. */
export function sbom(version, parts) {
  const component = (part) => ({
    type: part.kind === 'font' ? 'file' : 'library',
    'bom-ref': part.reference,
    name: part.name,
    version: part.version,
    ...(part.description && { description: part.description }),
    purl: part.reference,
    licenses: [licence(part.licence)],
    ...(part.sha256 && { hashes: [{ alg: 'SHA-256', content: part.sha256 }] }),
    ...(part.sha512 && { hashes: [{ alg: 'SHA-512', content: part.sha512 }] }),
  });
  const program = parts.find((part) => part.kind === 'crate' && part.name === 'assurance-desk');
  const others = parts.filter((part) => part !== program);
  const pages = parts.filter((part) => part.kind !== 'crate').map((part) => part.reference);
  const known = new Set(parts.map((part) => part.reference));
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': program.reference,
        name: 'Assurance Desk',
        version,
        licenses: [licence(program.licence)],
      },
    },
    components: others.map(component),
    dependencies: parts.map((part) => ({
      ref: part.reference,
      dependsOn: [...new Set([...part.needs, ...(part === program ? pages : [])])].filter((need) => known.has(need)).toSorted(),
    })),
  };
}

const licence = (text) => {
  if (/\s(OR|AND|WITH)\s/.test(text)) return { expression: text };
  if (/^[A-Za-z0-9.+-]+$/.test(text)) return { license: { id: text } };
  // What some crates write instead of OR.
  if (/^[A-Za-z0-9.+-]+(\s*\/\s*[A-Za-z0-9.+-]+)+$/.test(text)) return { expression: text.replace(/\s*\/\s*/g, ' OR ') };
  return { license: { name: text } };
};
