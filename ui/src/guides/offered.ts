import { go, pathOf } from '../app/route.ts';
import type { GuideKind, IntegrationRow } from '../backend/index.ts';

/** Whether a guided change makes sense for an integration and has not begun. */
export function canBegin(row: IntegrationRow, guide: GuideKind): boolean {
  return row.guides.some((each) => each.guide === guide && !each.begun);
}

/** The guided changes that have begun and not ended. */
export function guidesUnderWay(row: IntegrationRow): GuideKind[] {
  return row.guides.filter(({ begun }) => begun).map(({ guide }) => guide);
}

export function goToGuide(integration: string, guide: GuideKind): void {
  go(pathOf({ place: 'guide', integration, guide }));
}
