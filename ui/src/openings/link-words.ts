import { pathOf } from '../app/route.ts';
import type { IntegrationRow, LinkedPlace, Opening, Problem } from '../backend/index.ts';

/** What a link from outside asks for. */
export type Linked = Extract<Opening, { kind: 'session' | 'place' }>;

/** The question before a link is followed, and where it leads. */
export interface Question {
  title: string;
  text: string;
  path: string;
}

const placeNames: Record<LinkedPlace, string> = {
  home: 'Home',
  integrations: 'Integrations',
  sessions: 'Sessions',
  archives: 'Archives',
  requests: 'Requests',
  practice: 'Practice',
  settings: 'Settings',
};

/** Anybody can write a link, so nothing is asked of Adobe before the user has said so. */
export function questionOf(
  linked: Linked,
  integrations: readonly IntegrationRow[],
  inUse: IntegrationRow | null,
): Question | Problem {
  if (linked.kind === 'place') {
    const name = placeNames[linked.place];
    return {
      title: `Go to ${name}?`,
      text: `A link from outside this program wants to show ${name}.`,
      path:
        linked.place === 'sessions'
          ? pathOf({ place: 'sessions', integration: null })
          : pathOf({ place: linked.place }),
    };
  }
  const integration = linked.integration === null ? inUse : integrations.find((each) => each.id === linked.integration);
  if (!integration) return linked.integration === null ? noIntegration : unknownIntegration;
  return {
    title: 'Open this session?',
    text: `A link from outside this program wants to open the session ${linked.session} with the integration ${integration.name}. Its events are then read from Adobe and kept on this computer.`,
    path: pathOf({ place: 'inspector', integration: integration.id, session: linked.session }),
  };
}

const noIntegration: Problem = {
  code: 'not-found',
  title: 'The link was not opened',
  message: 'It names a session, and this program has no integration to look at it with.',
  nextStep: 'Set up an integration, then open the link again.',
  detail: null,
};

const unknownIntegration: Problem = {
  ...noIntegration,
  message: 'It names an integration that is not on this computer.',
  nextStep: 'Ask for a link without an integration, or look for the session in the list.',
};
