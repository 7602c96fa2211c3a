import { useMemo } from 'react';
import type { Action } from '../app/place-actions.ts';
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { beginLabels } from '../guides/guide-words.ts';
import { goToGuide } from '../guides/offered.ts';
import { useTokenActions } from './use-token-actions.ts';

/** What the command palette can do with the integration that is looked at. */
export function usePaletteActions(row: IntegrationRow): Action[] {
  const { renew, copy } = useTokenActions(row);
  return useMemo(
    () => [
      {
        id: 'edit',
        label: 'Edit',
        hint: row.name,
        run: () => go(pathOf({ place: 'editIntegration', integration: row.id })),
      },
      { id: 'renew', label: 'Renew access token', hint: row.name, run: renew },
      { id: 'copy', label: 'Copy access token', hint: row.name, run: copy },
      ...row.guides.map(({ guide }) => ({
        id: `guide:${guide}`,
        label: beginLabels[guide],
        hint: row.name,
        run: () => goToGuide(row.id, guide),
      })),
    ],
    [row, renew, copy],
  );
}
