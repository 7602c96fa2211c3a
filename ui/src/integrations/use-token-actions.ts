import { queryClient, useCommand, type IntegrationRow } from '../backend/index.ts';
import { showDone, showProblem } from '../problems/index.ts';

/** Renews or copies the access token of an integration. The token itself never comes here. */
export function useTokenActions({ id, name }: IntegrationRow) {
  const renewal = useCommand('token_renew', {
    onDone: () => {
      showDone(`${name} has a new access token.`);
      void queryClient.invalidateQueries({ queryKey: ['integrations_list'] });
    },
  });
  const copying = useCommand('token_copy', {
    onDone: () => showDone('Access token copied. The clipboard will be cleared after a minute.'),
  });
  return {
    renew: () => renewal.mutate({ integration: id }, { onError: showProblem }),
    copy: () => copying.mutate({ integration: id }, { onError: showProblem }),
  };
}
