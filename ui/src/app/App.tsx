import { QueryClientProvider } from '@tanstack/react-query';
import { useAnnouncementToasts } from '../announcements/index.ts';
import { ArchiveSearch } from '../archives/index.ts';
import { queryClient } from '../backend/index.ts';
import { Frame } from '../frame/Frame.tsx';
import { Imports } from '../imports/Imports.tsx';
import { useJobToasts } from '../jobs/index.ts';
import { Openings } from '../openings/index.ts';
import { ProblemReports } from '../report/index.ts';
import { PendingDeletions } from '../sessions/index.ts';
import { Themed } from '../theme/Themed.tsx';
import { Toasts } from '../toasts/index.ts';
import { IntegrationInUseProvider } from './IntegrationInUse.tsx';
import { useRememberedPlace } from './last-place.ts';
import { Place } from './Place.tsx';

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed>
        <IntegrationInUseProvider>
          <Window />
          <ProblemReports />
        </IntegrationInUseProvider>
        <Toasts />
      </Themed>
    </QueryClientProvider>
  );
}

function Window() {
  useRememberedPlace();
  useAnnouncementToasts();
  useJobToasts();
  return (
    <Frame>
      <Place />
      <Imports />
      <ArchiveSearch />
      <PendingDeletions />
      <Openings />
    </Frame>
  );
}
