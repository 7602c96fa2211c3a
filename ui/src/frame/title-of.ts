import type { OpenView } from '../app/open-views.ts';
import type { Route } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';

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
      return integrations.find((row) => row.id === route.integration)?.name ?? 'Integration';
    case 'sessions':
      return 'Sessions';
    case 'inspector':
      return views.find((view) => view.session === route.session)?.name ?? 'Session';
    case 'practice':
      return 'Practice';
    case 'settings':
      return 'Settings';
  }
}
