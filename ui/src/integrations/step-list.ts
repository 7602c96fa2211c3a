import type { Draft, DraftField } from '../backend/index.ts';
import { shortened, shortenedOrganization } from '../words/shortened.ts';
import { day } from '../words/time.ts';
import { kindInWords } from './kind-in-words.ts';

export type StepId = 'name' | 'kind' | 'key' | 'credentials';

interface StepFacts {
  title: string;
  fields: readonly DraftField[];
  summary: (draft: Draft) => string;
}

/** What each step asks for, and how it reads when it is folded. */
export const stepFacts: Record<StepId, StepFacts> = {
  name: {
    title: 'Name and organization',
    fields: ['name', 'organizationId'],
    summary: ({ name, organizationId }) => [name, shortenedOrganization(organizationId)].filter(Boolean).join(' · '),
  },
  kind: { title: 'Kind', fields: [], summary: ({ kind }) => kindInWords[kind] },
  key: {
    title: 'Key and certificate',
    fields: ['key', 'certificate'],
    summary: ({ certificate, keyBits }) => {
      if (certificate) return `SHA-1 ${shortened(certificate.sha1)} · valid to ${day(certificate.notAfter)}`;
      return keyBits === null ? '' : `RSA ${keyBits}, without a certificate`;
    },
  },
  credentials: {
    title: 'Credentials',
    fields: ['clientId', 'clientSecret', 'technicalAccountId', 'metascopes', 'scopes', 'jwtLifetime', 'consoleLink'],
    summary: ({ clientId, hasClientSecret }) =>
      [clientId && `Client ID ${shortened(clientId, 6)}`, hasClientSecret && 'client secret kept']
        .filter(Boolean)
        .join(' · '),
  },
};

export const allFields: readonly DraftField[] = Object.values(stepFacts).flatMap(({ fields }) => fields);

/** What a new draft has; it says nothing about whether anybody filled it in. */
const USUAL_JWT_MINUTES = 5;

/** The fields that hold something. */
export function filledFields(draft: Draft): DraftField[] {
  const filled: Record<DraftField, boolean> = {
    name: draft.name !== '',
    organizationId: draft.organizationId !== '',
    clientId: draft.clientId !== '',
    clientSecret: draft.hasClientSecret,
    technicalAccountId: draft.technicalAccountId !== '',
    metascopes: draft.metascopes.length > 0,
    scopes: draft.scopes.length > 0,
    key: draft.keyBits !== null,
    certificate: draft.certificate !== null,
    jwtLifetime: draft.jwtLifetimeMinutes !== USUAL_JWT_MINUTES,
    consoleLink: draft.consoleLink !== '',
  };
  return allFields.filter((field) => filled[field]);
}

/** The steps that a kind of credentials has, in order; the test comes after them. */
export function stepsOf(draft: Draft): StepId[] {
  return draft.kind === 'serviceAccount' ? ['name', 'kind', 'key', 'credentials'] : ['name', 'kind', 'credentials'];
}

/** A step is done when nothing is wrong or missing in its fields. */
export function isDone(draft: Draft, step: StepId): boolean {
  return !draft.findings.some((finding) => stepFacts[step].fields.includes(finding.field));
}

/** The first step that is not done, from a given one on. */
export function nextStep(draft: Draft, after?: StepId): StepId | null {
  const steps = stepsOf(draft);
  const rest = after ? steps.slice(steps.indexOf(after) + 1) : steps;
  return rest.find((step) => !isDone(draft, step)) ?? null;
}
