import type { Aim, Phase } from './access-step.ts';

/** The step that is done once there is an integration. */
export const integrationStep = 'integration';
/** The step that everything else has to wait for when there is no way to Adobe. */
export const reachStep = 'reach';

/** What is done in this program. */
export function here({ goals, kind }: Aim): Phase {
  return {
    title: 'You, here',
    steps: [
      {
        id: integrationStep,
        title: 'Make an integration',
        text:
          kind === 'serviceAccount'
            ? 'From the credential’s page it takes organization ID, client ID, client secret and technical account ID. A file that you download there fills them in.'
            : 'From the credential’s page it takes organization ID, client ID and client secret. A file that you download there fills them in.',
        who: 'you',
        lines: ['fields'],
        onlyByCheck: true,
      },
      {
        id: reachStep,
        title: 'Reach Adobe from this computer',
        text: 'Calls go out by HTTPS, through your company’s proxy if there is one, and this computer’s clock has to be right.',
        who: 'you',
        lines: [
          'reachIms',
          'reachAssurance',
          ...(goals.includes('platform') ? ['reachPlatform'] : []),
          ...(goals.includes('tags') ? ['reachTags'] : []),
          'clock',
        ],
        onlyByCheck: true,
      },
      {
        id: 'token',
        title: 'Get an access token',
        text: 'Adobe gives one for the credential; here it is kept sealed and renewed by itself.',
        who: 'you',
        lines: ['accessToken'],
        onlyByCheck: true,
      },
    ],
  };
}
