import { useAnswer } from '../backend/index.ts';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { IntegrationGone } from '../integrations/IntegrationGone.tsx';
import { ProblemView } from '../problems/index.ts';
import { DoctorView } from './DoctorView.tsx';

/** The connection doctor of one integration. */
export function DoctorPlace({ integration }: { integration: string }) {
  const { data: rows } = useAnswer('integrations_list', null);
  const { data: examination, error } = useAnswer('doctor_read', { integration });
  const row = rows?.find(({ id }) => id === integration);
  if (rows && !row) return <IntegrationGone />;
  if (error) {
    return (
      <Page>
        <ProblemView problem={error} />
      </Page>
    );
  }
  if (!row || !examination) return <Loading />;
  return <DoctorView key={row.id} row={row} examination={examination} />;
}
