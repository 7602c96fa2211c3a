import { Button } from '@react-spectrum/s2/Button';
import { go } from '../app/route.ts';
import type { Problem } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { ProblemView } from '../problems/index.ts';

/** Stands where an integration or its draft could not be read. */
export function IntegrationProblem({ problem }: { problem: Problem }) {
  return (
    <Page>
      <ProblemView
        problem={problem}
        actions={
          <Button variant="secondary" onPress={() => go('/integrations')}>
            All integrations
          </Button>
        }
      />
    </Page>
  );
}
