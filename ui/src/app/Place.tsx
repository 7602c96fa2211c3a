import { ArchivesPlace } from '../archives/index.ts';
import { ComparePlace } from '../compare/index.ts';
import { GuidePlace } from '../guides/index.ts';
import { HomePlace } from '../home/HomePlace.tsx';
import { ArchivePlace, InspectorPlace } from '../inspector/index.ts';
import { DraftPlace } from '../integrations/DraftPlace.tsx';
import { IntegrationPlace } from '../integrations/IntegrationPlace.tsx';
import { IntegrationsPlace } from '../integrations/IntegrationsPlace.tsx';
import { PracticePlace } from '../practice/PracticePlace.tsx';
import { DoctorPlace } from '../doctor/index.ts';
import { PlatformPlace } from '../platform/index.ts';
import { ProblemBoundary } from '../problems/index.ts';
import { SessionsPlace } from '../sessions/index.ts';
import { SettingsPlace } from '../settings/SettingsPlace.tsx';
import { TagsPlace } from '../tags/index.ts';
import { TokensPlace } from '../tokens/index.ts';
import { pathOf, useRoute, type Route } from './route.ts';

/** The place that the address names. */
export function Place() {
  const route = useRoute();
  return <ProblemBoundary key={pathOf(route)}>{placeOf(route)}</ProblemBoundary>;
}

function placeOf(route: Route) {
  switch (route.place) {
    case 'home':
      return <HomePlace />;
    case 'integrations':
      return <IntegrationsPlace />;
    case 'newIntegration':
      return <DraftPlace integration={null} />;
    case 'integration':
      return <IntegrationPlace integration={route.integration} />;
    case 'editIntegration':
      return <DraftPlace integration={route.integration} />;
    case 'guide':
      return <GuidePlace integration={route.integration} guide={route.guide} />;
    case 'doctor':
      return <DoctorPlace integration={route.integration} />;
    case 'platform':
      return <PlatformPlace integration={route.integration} />;
    case 'tags':
      return <TagsPlace integration={route.integration} />;
    case 'tokens':
      return <TokensPlace integration={route.integration} />;
    case 'sessions':
      return <SessionsPlace />;
    case 'inspector':
      return <InspectorPlace integration={route.integration} session={route.session} />;
    case 'archives':
      return <ArchivesPlace />;
    case 'archive':
      return <ArchivePlace archive={route.archive} />;
    case 'compare':
      return <ComparePlace left={route.left} right={route.right} />;
    case 'practice':
      return <PracticePlace />;
    case 'settings':
      return <SettingsPlace />;
  }
}
