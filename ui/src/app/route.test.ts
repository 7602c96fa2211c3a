import { expect, test } from 'vitest';
import { pathOf, routeOf, type Route } from './route.ts';

test.each<[string, Route]>([
  ['/', { place: 'home' }],
  ['/integrations', { place: 'integrations' }],
  ['/integrations/new', { place: 'newIntegration' }],
  ['/integrations/a%2Fb', { place: 'integration', integration: 'a/b' }],
  ['/integrations/a/edit', { place: 'editIntegration', integration: 'a' }],
  ['/integrations/a/client-secret', { place: 'guide', integration: 'a', guide: 'clientSecret' }],
  ['/integrations/a/certificate', { place: 'guide', integration: 'a', guide: 'certificate' }],
  ['/integrations/a/migration', { place: 'guide', integration: 'a', guide: 'migration' }],
  ['/integrations/a/doctor', { place: 'doctor', integration: 'a' }],
  ['/integrations/a/platform', { place: 'platform', integration: 'a' }],
  ['/integrations/a/tags', { place: 'tags', integration: 'a' }],
  ['/integrations/tokens', { place: 'tokens', integration: null }],
  ['/integrations/tokens/a', { place: 'tokens', integration: 'a' }],
  ['/sessions', { place: 'sessions', integration: null }],
  ['/sessions/a', { place: 'sessions', integration: 'a' }],
  ['/session/a/b', { place: 'inspector', integration: 'a', session: 'b' }],
  ['/archives', { place: 'archives' }],
  ['/archive/Checkout%20v42', { place: 'archive', archive: 'Checkout v42' }],
  ['/compare', { place: 'compare', left: null, right: null }],
  ['/compare/Run%201', { place: 'compare', left: 'Run 1', right: null }],
  ['/compare/*/b', { place: 'compare', left: null, right: 'b' }],
  ['/compare/a/b', { place: 'compare', left: 'a', right: 'b' }],
  ['/practice', { place: 'practice' }],
  ['/settings', { place: 'settings' }],
])('%s is a place and back', (path, route) => {
  expect(routeOf(path)).toEqual(route);
  expect(pathOf(route)).toBe(path);
});

test.each(['', '/nowhere', '/session/a', '/%E0%A4%A'])('%s is Home, since it is no place', (path) => {
  expect(routeOf(path)).toEqual({ place: 'home' });
});
