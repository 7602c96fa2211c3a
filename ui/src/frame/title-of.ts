import type { Route } from '../app/route.ts';
import { shows, type OpenView } from '../app/view-places.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { guideNames } from '../guides/guide-words.ts';

/** The place in words. */
export function titleOf(route: Route, integrations: IntegrationRow[], views: OpenView[]): string {
  switch (route.place) {
    case 'home':
      return 'Home';
    case 'integrations':
      return 'Integrations';
    case 'newIntegration':
      return 'New integration';
    case 'integration':
      return nameOf(route.integration, integrations);
    case 'editIntegration':
      return `Edit ${nameOf(route.integration, integrations)}`;
    case 'guide':
      return `${nameOf(route.integration, integrations)} · ${guideNames[route.guide]}`;
    case 'doctor':
      return `${nameOf(route.integration, integrations)} · Connection doctor`;
    case 'platform':
      return `${nameOf(route.integration, integrations)} · Experience Platform`;
    case 'tags':
      return `${nameOf(route.integration, integrations)} · Tags`;
    case 'access':
      return 'Access guide';
    case 'requests':
      return 'Requests';
    case 'tokens':
      return 'Token workbench';
    case 'sessions':
      return 'Sessions';
    case 'inspector':
      return views.find((view) => shows(route, view))?.name ?? 'Session';
    case 'archives':
      return 'Archives';
    case 'archive':
      return views.find((view) => shows(route, view))?.name ?? 'Archive';
    case 'compare':
      return 'Compare sessions';
    case 'practice':
      return 'Practice';
    case 'settings':
      return 'Settings';
  }
}

function nameOf(id: string, integrations: IntegrationRow[]): string {
  return integrations.find((row) => row.id === id)?.name ?? 'Integration';
}
