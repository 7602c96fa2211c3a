import { openAbout } from '../about/index.ts';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { useOpenViews } from '../app/open-views.ts';
import { usePlaceActions, type Action } from '../app/place-actions.ts';
import { go, pathOf } from '../app/route.ts';
import { isArchive, placeOf } from '../app/view-places.ts';
import { openArchiveSearch, useImportEvents } from '../archives/index.ts';
import type { Theme } from '../backend/index.ts';
import { openImport } from '../imports/index.ts';
import { useTryIt } from '../practice/use-try-it.ts';
import { openReport } from '../report/index.ts';
import { useTheme } from '../theme/use-theme.ts';

const themes: Record<Theme, string> = { system: 'Theme: as the system', light: 'Theme: light', dark: 'Theme: dark' };

/** All that the palette can do now: what the place offers, open sessions, places, integrations, themes. */
export function useActions(): Action[] {
  const { all, integration } = useIntegrationInUse();
  const { tryIt } = useTryIt();
  const { chooseTheme } = useTheme();
  const views = useOpenViews();
  const importEvents = useImportEvents();
  const to = (id: string, label: string, path: string, hint?: string): Action => ({
    id,
    label,
    ...(hint && { hint }),
    run: () => go(path),
  });

  return [
    ...usePlaceActions(),
    ...views.map((view) =>
      to(`view:${view.view}`, view.name, pathOf(placeOf(view)), isArchive(view) ? 'Open archive' : 'Open session'),
    ),
    to('home', 'Home', '/'),
    to('integrations', 'Integrations', '/integrations'),
    to('sessions', 'Sessions', '/sessions'),
    to('archives', 'Archives', '/archives'),
    to('requests', 'Requests', '/requests'),
    to('access', 'Access guide', pathOf({ place: 'access', integration: integration?.id ?? null })),
    to('compare', 'Compare sessions', '/compare'),
    to('practice', 'Practice', '/practice'),
    to('settings', 'Settings', '/settings'),
    to('new-integration', 'New integration', '/integrations/new'),
    { id: 'import', label: 'Import credentials from a file or text', run: openImport },
    { id: 'import-events', label: 'Import events from a file', run: () => importEvents(null) },
    { id: 'search-archives', label: 'Find in all archives', run: () => openArchiveSearch('') },
    to('tokens', 'Token workbench', pathOf({ place: 'tokens', integration: null })),
    { id: 'report', label: 'Report a problem', run: openReport },
    { id: 'about', label: 'About Assurance Desk', run: () => openAbout('about') },
    { id: 'licences', label: 'Licences', run: () => openAbout('licences') },
    { id: 'privacy', label: 'Privacy', run: () => openAbout('privacy') },
    { id: 'try-it', label: 'Try it: open a practice session', run: tryIt },
    ...(all ?? []).flatMap((row) => [
      to(`sessions:${row.id}`, `Sessions of ${row.name}`, pathOf({ place: 'sessions', integration: row.id })),
      to(`integration:${row.id}`, `Integration ${row.name}`, pathOf({ place: 'integration', integration: row.id })),
      to(`token:${row.id}`, `Inspect token of ${row.name}`, pathOf({ place: 'tokens', integration: row.id })),
    ]),
    ...Object.entries(themes).map(([theme, label]) => ({
      id: `theme:${theme}`,
      label,
      run: () => chooseTheme(theme as Theme),
    })),
  ];
}
