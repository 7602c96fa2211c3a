import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { ReactNode } from 'react';
import { ProblemView } from '../problems/index.ts';
import type { OpenedView } from '../sessions/index.ts';
import { FilterProvider } from './filter/FilterProvider.tsx';
import { Inspector } from './Inspector.tsx';
import { InspectorSkeleton } from './InspectorSkeleton.tsx';

interface Props {
  view: OpenedView;
  /** Where to go when it cannot be opened. */
  waysOut: ReactNode;
}

/** The inspector, once its view is open; else why it is not. */
export function OpenedInspector({ view: { status, opened }, waysOut }: Props) {
  if (status) {
    return (
      <FilterProvider key={status.view} status={status}>
        <Inspector status={status} />
      </FilterProvider>
    );
  }
  if (!opened.error) return <InspectorSkeleton />;
  return (
    <div className={style({ padding: 32 })}>
      <ProblemView
        problem={opened.error}
        actions={
          <>
            <Button variant="secondary" isPending={opened.isFetching} onPress={() => void opened.refetch()}>
              Try again
            </Button>
            {waysOut}
          </>
        }
      />
    </div>
  );
}
