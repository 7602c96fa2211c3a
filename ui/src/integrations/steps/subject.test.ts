import { expect, test } from 'vitest';
import { fieldsOf, subjectOf, type SubjectFields } from './subject.ts';

const none: SubjectFields = { C: '', ST: '', L: '', O: '', OU: '', CN: '', emailAddress: '' };

test('the fields stand in the order of openssl', () => {
  const fields = {
    CN: 'Jane Administrator',
    O: 'My Company',
    OU: 'My Department',
    L: 'San Jose',
    ST: 'California',
    C: 'US',
    emailAddress: 'j_admin@my_company.com',
  };
  const subject =
    '/C=US/ST=California/L=San Jose/O=My Company/OU=My Department/CN=Jane Administrator/emailAddress=j_admin@my_company.com';
  expect(subjectOf(fields)).toBe(subject);
  expect(fieldsOf(subject)).toEqual(fields);
});

test('empty fields are left out, and nothing at all is a lone slash', () => {
  expect(subjectOf({ ...none, O: 'Acme', CN: 'Jane' })).toBe('/O=Acme/CN=Jane');
  expect(subjectOf(none)).toBe('/');
  expect(fieldsOf('/')).toEqual(none);
});

test('what would end a field or join two is escaped', () => {
  const fields = { ...none, O: String.raw`A/B + Söhne \ Co`, CN: 'a=b' };
  const subject = String.raw`/O=A\/B \+ Söhne \\ Co/CN=a=b`;
  expect(subjectOf(fields)).toBe(subject);
  expect(fieldsOf(subject)).toEqual(fields);
});

test.each(['\\', '\\\\', '/', '\\/', '/CN=other', '\\/CN=other\\', '$&', ' Acme ', '=', '株式会社', '🔑\\🔑', '+/+'])(
  '%j comes back as it was typed',
  (typed) => {
    const fields = { ...none, ST: typed, O: 'Acme', emailAddress: typed };
    expect(fieldsOf(subjectOf(fields))).toEqual(fields);
  },
);
