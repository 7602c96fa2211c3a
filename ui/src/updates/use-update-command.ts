import { keepAnswer, useCommand, type Updates } from '../backend/index.ts';

/** Commands that answer with everything about updates; the answer shows at once. */
type UpdateCommand =
  'updates_agree' | 'updates_look' | 'updates_skip' | 'updates_download' | 'updates_stop' | 'updates_install';

export function useUpdateCommand<Name extends UpdateCommand>(name: Name) {
  return useCommand(name, {
    onDone: (updates) => keepAnswer('updates_read', null, updates as Updates),
  });
}
