import type { GuideActionName, GuideKind } from '../backend/index.ts';

/** Each guided change by name. */
export const guideNames: Record<GuideKind, string> = {
  clientSecret: 'Client secret rotation',
  certificate: 'Certificate renewal',
  migration: 'Migration to OAuth Server-to-Server',
};

/** The same, where there is little room. */
export const shortNames: Record<GuideKind, string> = { ...guideNames, migration: 'Migration' };

/** The command that begins it. */
export const beginLabels: Record<GuideKind, string> = {
  clientSecret: 'Rotate the client secret',
  certificate: 'Renew the certificate',
  migration: 'Migrate to OAuth Server-to-Server',
};

/** What it does, at its top. */
export const introductions: Record<GuideKind, string> = {
  clientSecret:
    'A new client secret takes the place of the old one. The old one stays in use until the new one has been tried, so there is no moment in which nothing works.',
  certificate:
    'A new key pair and certificate take the place of the old ones. The old ones stay in use until the new ones have been tried, so there is no moment in which nothing works.',
  migration:
    'This service account becomes OAuth Server-to-Server, with the same client ID. Both work side by side until you finish, so there is no moment in which nothing works.',
};

/** What is new, as it reads within a sentence. */
const newThing: Record<GuideKind, string> = {
  clientSecret: 'the new client secret',
  certificate: 'the new certificate',
  migration: 'OAuth Server-to-Server',
};

const oldThing: Record<GuideKind, string> = {
  clientSecret: 'the old client secret',
  certificate: 'the old certificate',
  migration: 'the service account',
};

/** The label of a button that does an action. */
export function actionLabel(guide: GuideKind, action: GuideActionName): string {
  const labels: Record<GuideActionName, string> = {
    setConsoleLink: 'Use this address',
    addSecret: 'Add a client secret',
    enterSecret: 'Use this client secret',
    makeCertificate: 'Generate',
    saveCertificate: 'Save certificate…',
    registerCertificate: 'Register the certificate',
    startMigration: 'Start the migration',
    setScopes: 'Use these scopes',
    confirm: 'I have done this',
    prove: 'Request an access token',
    switch: `Use ${newThing[guide]}`,
    switchBack: `Go back to ${oldThing[guide]}`,
    copySecret: 'Copy the new client secret',
    retireOld: guide === 'certificate' ? 'Retire…' : 'Delete…',
    finishMigration: 'End the service account…',
    cancel: `Cancel the ${guideWord[guide]}…`,
    finish: 'Finish…',
  };
  return labels[action];
}

/** The change in one word, within a sentence. */
export const guideWord: Record<GuideKind, string> = {
  clientSecret: 'rotation',
  certificate: 'renewal',
  migration: 'migration',
};

/** What is said when an action came to its end and the page itself does not show it. */
export const doneWords: Partial<Record<GuideActionName, string>> = {
  copySecret: 'New client secret copied. The clipboard will be cleared after a minute.',
  saveCertificate: 'Certificate saved.',
};

/** What is said when an action ended a guide. */
export function endWords(guide: GuideKind, action: GuideActionName): string | undefined {
  if (action === 'finish') return `The ${guideWord[guide]} is finished.`;
  return action === 'cancel' ? `The ${guideWord[guide]} is cancelled.` : undefined;
}

/** What the console lists. */
export const listNames: Record<GuideKind, string> = {
  clientSecret: 'Client secrets at Adobe',
  certificate: 'Certificates at Adobe',
  migration: 'Client secrets at Adobe',
};
