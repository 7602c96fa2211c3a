import { HomePlace } from '../home/HomePlace.tsx';
import { ProblemBoundary } from '../problems/index.ts';
import { pathOf, useRoute, type Route } from './route.ts';
import { whenShown } from './when-shown.tsx';

const AccessPlace = whenShown(async () => (await import('../access/AccessPlace.tsx')).AccessPlace);
const ArchivePlace = whenShown(async () => (await import('../inspector/ArchivePlace.tsx')).ArchivePlace);
const ArchivesPlace = whenShown(async () => (await import('../archives/ArchivesPlace.tsx')).ArchivesPlace);
const ComparePlace = whenShown(async () => (await import('../compare/ComparePlace.tsx')).ComparePlace);
const DoctorPlace = whenShown(async () => (await import('../doctor/DoctorPlace.tsx')).DoctorPlace);
const DraftPlace = whenShown(async () => (await import('../integrations/DraftPlace.tsx')).DraftPlace);
const GuidePlace = whenShown(async () => (await import('../guides/GuidePlace.tsx')).GuidePlace);
const InspectorPlace = whenShown(async () => (await import('../inspector/InspectorPlace.tsx')).InspectorPlace);
const IntegrationPlace = whenShown(async () => (await import('../integrations/IntegrationPlace.tsx')).IntegrationPlace);
const IntegrationsPlace = whenShown(
  async () => (await import('../integrations/IntegrationsPlace.tsx')).IntegrationsPlace,
);
const PlatformPlace = whenShown(async () => (await import('../platform/PlatformPlace.tsx')).PlatformPlace);
const PracticePlace = whenShown(async () => (await import('../practice/PracticePlace.tsx')).PracticePlace);
const RequestsPlace = whenShown(async () => (await import('../requests/RequestsPlace.tsx')).RequestsPlace);
const SessionsPlace = whenShown(async () => (await import('../sessions/SessionsPlace.tsx')).SessionsPlace);
const SettingsPlace = whenShown(async () => (await import('../settings/SettingsPlace.tsx')).SettingsPlace);
const TagsPlace = whenShown(async () => (await import('../tags/TagsPlace.tsx')).TagsPlace);
const TokensPlace = whenShown(async () => (await import('../tokens/TokensPlace.tsx')).TokensPlace);

/** The place that the address names. */
export function Place() {
  const route = useRoute();
  return <ProblemBoundary key={keyOf(route)}>{placeOf(route)}</ProblemBoundary>;
}

/** What is chosen within a place leads to another address, and not to another place: it stays, and so does the focus. */
function keyOf(route: Route): string {
  const choosesWithin = route.place === 'compare' || route.place === 'access';
  return choosesWithin ? route.place : pathOf(route);
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
    case 'access':
      return <AccessPlace integration={route.integration} />;
    case 'requests':
      return <RequestsPlace />;
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
