import type { CredentialKind, ExportFormat } from '../backend/index.ts';

interface FormatFacts {
  id: ExportFormat;
  name: string;
  /** What it is for, in a sentence. */
  text: string;
  /** The kind of credentials that it is for, where it is for one only. */
  only?: CredentialKind;
}

const formats: readonly FormatFacts[] = [
  {
    id: 'postmanEnvironment',
    name: 'Postman environment',
    text: 'Import it in Postman and choose it beside one of Adobe’s collections.',
  },
  { id: 'dotEnv', name: '.env file', text: 'Lines of NAME=value for scripts, containers and build servers.' },
  { id: 'aioContext', name: 'aio context', text: 'A context for Adobe’s aio command line.' },
  { id: 'aepp', name: 'aepp configuration', text: 'For aepp, the Python library for Experience Platform.' },
  {
    id: 'jwtAuthOptions',
    name: 'jwt-auth options',
    text: 'What @adobe/jwt-auth takes to exchange a JWT in Node.',
    only: 'serviceAccount',
  },
  { id: 'curl', name: 'curl commands', text: 'One command for each call, to run in a terminal.' },
];

/** The formats that an integration of a kind can be written in. */
export function formatsFor(kind: CredentialKind): FormatFacts[] {
  return formats.filter(({ only }) => only === undefined || only === kind);
}
