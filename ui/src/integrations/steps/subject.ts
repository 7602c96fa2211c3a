/** The fields of a certificate's subject, in the order in which openssl asks for them. */
const order = ['C', 'ST', 'L', 'O', 'OU', 'CN', 'emailAddress'] as const;

export type SubjectField = (typeof order)[number];

/** What is typed for each field; an empty one is not in the certificate. */
export type SubjectFields = Record<SubjectField, string>;

const part = /\/(\w+)=((?:\\.|[^\\/])*)/gsu;

/** The subject in one line as openssl takes it, `/C=US/O=Acme/CN=Jane`; a lone slash when every field is empty. */
export function subjectOf(fields: SubjectFields): string {
  const parts = order.filter((field) => fields[field] !== '').map((field) => `/${field}=${escaped(fields[field])}`);
  return parts.join('') || '/';
}

/** The fields of a subject that `subjectOf` composed, exactly as they were typed. */
export function fieldsOf(subject: string): SubjectFields {
  const fields: SubjectFields = { C: '', ST: '', L: '', O: '', OU: '', CN: '', emailAddress: '' };
  for (const [, name, value = ''] of subject.matchAll(part)) {
    const field = order.find((known) => known === name);
    if (field) fields[field] = value.replaceAll(/\\(.)/gsu, '$1');
  }
  return fields;
}

/** A slash would begin the next field, a plus sign would join two. */
function escaped(value: string): string {
  return value.replaceAll(/[/\\+]/g, String.raw`\$&`);
}
