import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { ListSkeleton } from '../virtual-list/index.ts';
import { NoIntegration } from '../integrations/NoIntegration.tsx';
import { SessionsOf } from './SessionsOf.tsx';

/** The sessions of the integration in use. */
export function SessionsPlace() {
  const { integration, all } = useIntegrationInUse();
  return (
    <div
      className={style({
        display: 'flex',
        flexDirection: 'column',
        height: 'full',
        // In a lower window, the place scrolls: a table of two rows is none.
        minHeight: 400,
        boxSizing: 'border-box',
        padding: 16,
        gap: 12,
      })}
    >
      {all === undefined ? <ListSkeleton label="Loading sessions" /> : null}
      {all?.length === 0 ? (
        <NoIntegration>
          Sessions belong to your organization. An integration holds the credentials that reach it.
        </NoIntegration>
      ) : null}
      {integration ? <SessionsOf key={integration.id} integration={integration} /> : null}
    </div>
  );
}
