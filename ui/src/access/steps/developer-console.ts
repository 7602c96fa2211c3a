import type { AccessStep, Aim, Phase } from './access-step.ts';

const missingApi = ['client-unknown', 'scope-refused'] as const;

const oauth: AccessStep = {
  id: 'credential',
  title: 'Choose OAuth Server-to-Server',
  text: 'Developer Console asks for the kind of credential with the first API. Further APIs of the project share it.',
  who: 'developer',
  page: 'developerConsole',
  lines: ['accessToken'],
  mends: [],
  told: 'Adobe gives access tokens for it',
};

const serviceAccount: AccessStep = {
  ...oauth,
  title: 'Find the service account',
  text: 'Adobe issues no new ones, so this is only for one that you have, or for AEM, whose own Developer Console makes it. For anything new, choose OAuth Server-to-Server above.',
};

const keyPair: AccessStep = {
  id: 'keyPair',
  title: 'Have the key of a registered certificate',
  text: 'Import the private key and the certificate here. Developer Console takes no new certificates for service accounts any more, so take good care of the key of the one that it knows.',
  who: 'developer',
  lines: ['certificateRegistered', 'keyMatchesCertificate', 'certificateValid'],
};

const scopes: AccessStep = {
  id: 'scopes',
  title: 'Look up the scopes',
  text: 'The credential’s page lists what each API allows. The integration here asks for the same scopes; it knows the usual ones of each service.',
  who: 'developer',
  page: 'developerConsole',
  lines: ['tokenScopes', 'accessToken'],
  mends: ['scope-refused'],
};

const metascopes: AccessStep = {
  ...scopes,
  title: 'Look up the metascopes',
  text: 'Each service has its own: assurance_automation for Assurance, ent_dataservices_sdk for Experience Platform, ent_reactor_sdk for tags. Older projects have one for each role in tags.',
};

const addPlatform: AccessStep = {
  id: 'addPlatform',
  title: 'Add Experience Platform API',
  text: 'In the same project choose Add API again, then Adobe Experience Platform, then Experience Platform API.',
  who: 'developer',
  page: 'developerConsole',
  lines: ['platform'],
  mends: missingApi,
};

const addTags: AccessStep = {
  id: 'addTags',
  title: 'Add Experience Platform Launch API',
  text: 'Tags was called Launch, and its API still is. Choose Add API, then Adobe Experience Platform, then Experience Platform Launch API.',
  who: 'developer',
  page: 'developerConsole',
  lines: ['tagsProfile', 'tagsCompanies'],
  mends: missingApi,
};

/** What a developer of the product profile does. */
export function inDeveloperConsole({ goals, kind }: Aim): Phase {
  const isServiceAccount = kind === 'serviceAccount';
  const platform = goals.includes('platform');
  const tags = goals.includes('tags');
  return {
    title: 'A developer, in Developer Console',
    steps: [
      {
        id: 'project',
        title: 'Create a project',
        text: 'Begin with an empty project, and give it a name that tells colleagues what it is for.',
        who: 'developer',
        page: 'developerConsole',
        lines: ['accessToken'],
        mends: [],
        told: 'The credential works, so its project exists',
      },
      {
        id: 'addAssurance',
        title: 'Add the Assurance API',
        text: 'In the project choose Add API, show only Adobe Experience Platform, and choose Assurance.',
        who: 'developer',
        page: 'developerConsole',
        lines: ['assurance'],
        mends: missingApi,
        told: 'Assurance takes calls of this credential',
      },
      ...(isServiceAccount ? [serviceAccount, keyPair] : [oauth]),
      {
        id: 'chooseProfiles',
        title: tags ? 'Choose the product profiles' : 'Choose the product profile',
        text: tags
          ? 'Where you are asked, choose AEP-Default-All-Users and the profile with your rights in tags. Then save the configured API.'
          : 'Where you are asked, choose AEP-Default-All-Users. Then save the configured API.',
        who: 'developer',
        page: 'developerConsole',
        lines: ['assurance', ...(platform ? ['platform'] : []), ...(tags ? ['tagsCompanies'] : [])],
        mends: [],
        told: 'The services let the credential in',
      },
      ...(platform ? [addPlatform] : []),
      ...(tags ? [addTags] : []),
      isServiceAccount ? metascopes : scopes,
    ],
  };
}
