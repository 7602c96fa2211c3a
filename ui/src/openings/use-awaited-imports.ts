import { useEffect, useRef } from 'react';
import { go, pathOf, usePath } from '../app/route.ts';
import { queryClient, useAnswer, type Job } from '../backend/index.ts';
import { dismissJob } from '../jobs/index.ts';
import { endingOf, type Awaited } from './awaited.ts';

/** Shows what comes of files that were opened, unless the user has gone elsewhere meanwhile: then the footer has it. */
export function useAwaitedImports(): (job: Job) => void {
  const { data: jobs } = useAnswer('jobs_list', null);
  const path = usePath();
  const awaited = useRef<Awaited[]>([]);

  useEffect(() => {
    if (!jobs) return;
    awaited.current = awaited.current.filter((each) => {
      const ending = endingOf(each, jobs, path);
      if (ending.archive !== null) {
        go(pathOf({ place: 'archive', archive: ending.archive }));
        dismissJob(each.job);
      }
      return ending.isAwaited;
    });
  }, [jobs, path]);

  return ({ job }) => {
    awaited.current.push({ job, askedAt: path });
    void queryClient.invalidateQueries({ queryKey: ['jobs_list'] });
  };
}
