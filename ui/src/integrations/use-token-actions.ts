import { useCallback } from 'react';
import { queryClient, useCommand, type IntegrationRow } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';

/** Renews or copies the access token of an integration. The token itself never comes here. */
export function useTokenActions({ id, name }: IntegrationRow) {
  const { mutate: renew, isPending: isRenewing } = useCommand('token_renew', {
    onDone: () => {
      showDone(`${name} has a new access token.`);
      void queryClient.invalidateQueries({ queryKey: ['integrations_list'] });
    },
  });
  const { mutate: copy } = useCommand('token_copy', {
    onDone: () => showDone('Access token copied. The clipboard will be cleared after a minute.'),
  });
  return {
    renew: useCallback(() => renew({ integration: id }, { onError: showProblem }), [renew, id]),
    copy: useCallback(() => copy({ integration: id }, { onError: showProblem }), [copy, id]),
    isRenewing,
  };
}
