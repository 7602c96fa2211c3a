import type { QueryKey } from '@tanstack/react-query';
import type { Tick } from './api.gen.ts';

/** Which answers a tick makes untrue. */
export function keysTouchedBy(tick: Tick): QueryKey[] {
  switch (tick.kind) {
    case 'integrations':
      return [['integrations_list'], ['practice_status'], ['announcements_list']];
    case 'draft':
      return [['draft_read', { draft: tick.draft }]];
    case 'sessions':
      return [['sessions_list', { integration: tick.integration }], ['deletions_list']];
    case 'practice':
      return [['practice_status'], ['integrations_list']];
    case 'vault':
      return [['app_info'], ['integrations_list'], ['practice_status'], ['sessions_list'], ['announcements_list']];
    case 'guide':
      return [['guide_open'], ['integrations_list']];
    case 'doctor':
      return [['doctor_read', { integration: tick.integration }]];
    case 'requests':
      return [['requests_read']];
    case 'collectionRun':
      return [['collection_run_read'], ['requests_read']];
    case 'updates':
      return [['updates_read']];
    case 'announcements':
      return [['announcements_list']];
    case 'jobs':
      return [['jobs_list']];
    case 'archives':
      return [['archives_list']];
    case 'savedFilters':
      return [['filters_list']];
    case 'view':
    case 'filesDropped':
    case 'openings':
    case 'clipboardCleared':
      return [];
  }
}
