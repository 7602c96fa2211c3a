import type { Phase } from './access-step.ts';

export const beforeYouStart: Phase = {
  title: 'Before you start',
  steps: [
    {
      id: 'adobeId',
      title: 'Have an Adobe ID',
      text: 'Sign in to Developer Console with the account that your company gave you. Without one, create it on the page where you sign in.',
      who: 'you',
      page: 'developerConsole',
    },
    {
      id: 'organization',
      title: 'Know that your organization has Experience Platform',
      text: 'Adobe offers the API of Assurance to organizations that have Adobe Experience Platform. Administrators see it in Admin Console, under Products.',
      who: 'administrator',
      page: 'adminConsole',
      wish: () => 'please tell me whether our organization has Adobe Experience Platform (Admin Console, Products).',
      lines: ['assurance'],
      mends: [],
      told: 'Assurance answers for this organization',
    },
    {
      id: 'chooseOrganization',
      title: 'Choose the right organization',
      text: 'An Adobe ID can belong to several. Choose at the top of Developer Console before you create anything: a credential works for one organization only.',
      who: 'you',
      page: 'developerConsole',
      lines: ['tokenOrganization'],
    },
  ],
};
