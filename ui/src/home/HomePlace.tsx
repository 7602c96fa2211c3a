import { Announcements } from '../announcements/index.ts';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { Loading } from '../frame/Loading.tsx';
import { Page } from '../frame/Page.tsx';
import { ProblemView } from '../problems/index.ts';
import { HomeUpdates } from '../updates/index.ts';
import { FirstStart } from './FirstStart.tsx';
import { IntegrationHealth } from './IntegrationHealth.tsx';
import { RecentSessions } from './RecentSessions.tsx';
import { WaysIn } from './WaysIn.tsx';

/** The first start, or what was worked on last. */
export function HomePlace() {
  const { integration, all, problem } = useIntegrationInUse();
  if (problem) {
    return (
      <Page>
        <ProblemView problem={problem} />
      </Page>
    );
  }
  if (!all) return <Loading />;
  if (!integration) return <FirstStart />;
  return (
    <Page>
      <HomeUpdates />
      <Announcements />
      <WaysIn />
      <RecentSessions key={integration.id} integration={integration} />
      <IntegrationHealth rows={all} />
    </Page>
  );
}
