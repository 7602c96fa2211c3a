import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { go, pathOf } from '../../app/route.ts';
import type { IntegrationRow } from '../../backend/index.ts';
import { ago, exactly, left } from '../../words/time.ts';
import { useNow } from '../../words/use-now.ts';
import { useTokenActions } from '../use-token-actions.ts';
import { StateCard } from './StateCard.tsx';

/** The access token in use: how long it is good for, never what it is. */
export function TokenCard({ row }: { row: IntegrationRow }) {
  const now = useNow();
  const { renew, copy, isRenewing } = useTokenActions(row);
  return (
    <StateCard
      title="Access token"
      state={
        row.tokenExpiresAt === null ? (
          'None yet'
        ) : (
          <span title={exactly(row.tokenExpiresAt)}>{left(row.tokenExpiresAt, now)}</span>
        )
      }
      note={
        row.lastUsedAt === null ? (
          'Requested when it is first needed'
        ) : (
          <span title={exactly(row.lastUsedAt)}>Last used {ago(row.lastUsedAt, now)}</span>
        )
      }
      actions={
        <>
          <ActionButton isPending={isRenewing} onPress={renew}>
            Renew token
          </ActionButton>
          <ActionButton onPress={copy}>Copy token</ActionButton>
          <ActionButton onPress={() => go(pathOf({ place: 'tokens', integration: row.id }))}>
            Inspect token
          </ActionButton>
        </>
      }
    />
  );
}
