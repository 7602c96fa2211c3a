import type { AccessStep, Aim, Phase } from './access-step.ts';

const profile = 'AEP-Default-All-Users';

const platformRole: AccessStep = {
  id: 'platformRole',
  title: 'Give the credential a role in Experience Platform',
  text: 'Reading data takes a role as well: in Experience Platform choose Permissions, Roles, the role, API credentials. No call can tell whether the role is wide enough.',
  who: 'administrator',
  page: 'experienceCloud',
  wish: (credential) =>
    `please add ${credential} to a role that covers our sandboxes (Experience Platform, Permissions, Roles, the role, API credentials).`,
};

const tagsProfile: AccessStep = {
  id: 'tagsProfile',
  title: 'Give the credential rights in tags',
  text: 'Rights come from product profiles of Data Collection: each names platforms, properties, and what may be done there, such as develop, approve or publish. Several profiles add up.',
  who: 'administrator',
  page: 'adminConsole',
  wish: (credential) =>
    `please add ${credential} to a product profile of Adobe Experience Platform Data Collection that has our properties and the rights to work on them (Admin Console, Products, the profile, API credentials).`,
  lines: ['tagsCompanies', 'tagsProfile'],
  mends: ['access-refused'],
};

/** What only an administrator can do. */
export function inAdminConsole({ goals }: Aim): Phase {
  const platform = goals.includes('platform');
  return {
    title: 'An administrator, in Admin Console',
    steps: [
      {
        id: 'developerAccess',
        title: 'Become a developer of Experience Platform',
        text: `Only developers of a product profile can create projects with its APIs. Where a colleague makes the credential for you, they need it and you do not.`,
        who: 'administrator',
        page: 'adminConsole',
        wish: () =>
          `please add me as a developer to the product profile ${profile} of Adobe Experience Platform (Admin Console, Products, the profile, Developers).`,
        lines: ['accessToken'],
        mends: [],
        told: 'Somebody had it, for the credential works',
      },
      {
        id: 'userAccess',
        title: 'Become a user of the same product profile',
        text: 'It lets you open in Experience Cloud what the credential works with: sessions of Assurance, schemas, properties.',
        who: 'administrator',
        page: 'adminConsole',
        wish: () =>
          `please add me as a user to the product profile ${profile} of Adobe Experience Platform (Admin Console, Products, the profile, Users).`,
      },
      {
        id: 'productProfile',
        title: `Open ${profile} to the credential`,
        text: 'Assurance and Experience Platform let in what is in this product profile. The developer chooses it with the API; later, an administrator adds the credential under API credentials.',
        who: 'administrator',
        page: 'adminConsole',
        wish: (credential) =>
          `please add ${credential} to the product profile ${profile} of Adobe Experience Platform (Admin Console, Products, the profile, API credentials).`,
        lines: platform ? ['platform', 'sandboxes', 'assurance'] : ['assurance'],
        mends: ['access-refused'],
        told: 'The credential is let in',
      },
      ...(platform ? [platformRole] : []),
      ...(goals.includes('tags') ? [tagsProfile] : []),
    ],
  };
}
