import { useSyncExternalStore } from 'react';
import type { GuideKind } from '../backend/index.ts';

/** A place the user can be. */
export type Route =
  | { place: 'home' }
  | { place: 'integrations' }
  | { place: 'newIntegration' }
  | { place: 'integration'; integration: string }
  | { place: 'editIntegration'; integration: string }
  | { place: 'guide'; integration: string; guide: GuideKind }
  | { place: 'doctor' | 'platform' | 'tags'; integration: string }
  | { place: 'access'; integration: string | null }
  | { place: 'requests' }
  | { place: 'tokens'; integration: string | null }
  | { place: 'sessions'; integration: string | null }
  | { place: 'inspector'; integration: string; session: string }
  | { place: 'archives' }
  | { place: 'archive'; archive: string }
  | { place: 'compare'; left: string | null; right: string | null }
  | { place: 'practice' }
  | { place: 'settings' };

/** Reads `/sessions/<integration>` and the like; what is not known is Home. */
export function routeOf(path: string): Route {
  const [first, second, third] = partsOf(path);
  switch (first) {
    case 'integrations':
      if (second === 'new') return { place: 'newIntegration' };
      if (second === 'tokens') return { place: 'tokens', integration: third ?? null };
      return second ? ofIntegration(second, third) : { place: 'integrations' };
    case 'access':
      return { place: 'access', integration: second ?? null };
    case 'requests':
      return { place: 'requests' };
    case 'sessions':
      return { place: 'sessions', integration: second ?? null };
    case 'session':
      return second && third ? { place: 'inspector', integration: second, session: third } : { place: 'home' };
    case 'archives':
      return { place: 'archives' };
    case 'archive':
      return second ? { place: 'archive', archive: second } : { place: 'archives' };
    case 'compare':
      return { place: 'compare', left: sideOf(second), right: sideOf(third) };
    case 'practice':
      return { place: 'practice' };
    case 'settings':
      return { place: 'settings' };
    default:
      return { place: 'home' };
  }
}

const guidePaths: Record<GuideKind, string> = {
  clientSecret: 'client-secret',
  certificate: 'certificate',
  migration: 'migration',
};

/** Stands for a side of a comparison that is not chosen yet; no file can have this name. */
const noSide = '*';

function sideOf(part: string | undefined): string | null {
  return part === undefined || part === noSide ? null : part;
}

/** The places below one integration. */
function ofIntegration(integration: string, below: string | undefined): Route {
  if (below === 'edit') return { place: 'editIntegration', integration };
  if (below === 'doctor' || below === 'platform' || below === 'tags') return { place: below, integration };
  const guide = (Object.keys(guidePaths) as GuideKind[]).find((each) => guidePaths[each] === below);
  return guide ? { place: 'guide', integration, guide } : { place: 'integration', integration };
}

function partsOf(path: string): string[] {
  try {
    return path.split('/').filter(Boolean).map(decodeURIComponent);
  } catch {
    return [];
  }
}

/** The path of a place, for `go` and for links. */
export function pathOf(route: Route): string {
  switch (route.place) {
    case 'home':
      return '/';
    case 'integrations':
    case 'archives':
    case 'requests':
    case 'practice':
    case 'settings':
      return `/${route.place}`;
    case 'newIntegration':
      return '/integrations/new';
    case 'integration':
      return `/integrations/${encodeURIComponent(route.integration)}`;
    case 'editIntegration':
      return `/integrations/${encodeURIComponent(route.integration)}/edit`;
    case 'guide':
      return `/integrations/${encodeURIComponent(route.integration)}/${guidePaths[route.guide]}`;
    case 'doctor':
    case 'platform':
    case 'tags':
      return `/integrations/${encodeURIComponent(route.integration)}/${route.place}`;
    case 'tokens':
      return route.integration
        ? `/integrations/tokens/${encodeURIComponent(route.integration)}`
        : '/integrations/tokens';
    case 'access':
      return route.integration ? `/access/${encodeURIComponent(route.integration)}` : '/access';
    case 'sessions':
      return route.integration ? `/sessions/${encodeURIComponent(route.integration)}` : '/sessions';
    case 'inspector':
      return `/session/${encodeURIComponent(route.integration)}/${encodeURIComponent(route.session)}`;
    case 'compare': {
      const sides = route.right === null ? [route.left] : [route.left ?? noSide, route.right];
      return ['/compare', ...sides.filter((side) => side !== null).map(encodeURIComponent)].join('/');
    }
    case 'archive':
      return `/archive/${encodeURIComponent(route.archive)}`;
  }
}

const currentPath = () => location.hash.slice(1) || '/';

function onPathChange(listener: () => void): () => void {
  addEventListener('hashchange', listener);
  return () => removeEventListener('hashchange', listener);
}

/** Goes to a place, as a link would. */
export function go(path: string): void {
  location.hash = path;
}

/** Goes to a place that takes the present one's step in the history. */
export function goInstead(path: string): void {
  location.replace(`#${path}`);
}

export function usePath(): string {
  return useSyncExternalStore(onPathChange, currentPath);
}

export function useRoute(): Route {
  return routeOf(usePath());
}
