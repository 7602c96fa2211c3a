import { useEffect, useState } from 'react';
import { backend, type AnalysisPage, type AnalysisRequest, type ReadingProgress } from '../../backend/index.ts';
import { useUpToDate } from '../use-up-to-date.ts';
import { tellBadge } from './use-badge.ts';

/** What is asked of an analysis, whatever rows of it are shown. */
export type Asked = Omit<AnalysisRequest, 'windows'>;

/** The head of an analysis: notices, sections and their counts; and how far reading is, while it takes longer. */
export function useAnalysis(asked: Asked, revision: number) {
  const { view, analysis } = asked;
  const [progress, setProgress] = useState<ReadingProgress | null>(null);
  const head = useUpToDate<AnalysisPage>(['analysis_read', asked], revision, async (signal) => {
    for (;;) {
      const page = await readAnalysis({ ...asked, windows: [] });
      // Whoever goes elsewhere waits no more: nothing is read then.
      signal.throwIfAborted();
      setProgress(page.progress);
      if (page.progress === null) return page;
    }
  });
  const badge = head.answer?.drawing.badge;
  useEffect(() => {
    if (badge !== undefined) tellBadge(view, analysis, badge);
  }, [view, analysis, badge]);
  return { ...head, progress };
}

/** One answer of an analysis. It may tell no more than how far it has read; asking again goes on. */
function readAnalysis(request: AnalysisRequest): Promise<AnalysisPage> {
  return backend.call('analysis_read', request);
}

/** Rows of a section, once all is read. */
export async function readSection(asked: Asked, section: string, offset: number, limit: number): Promise<AnalysisPage> {
  for (;;) {
    const page = await readAnalysis({ ...asked, windows: [{ section, offset, limit }] });
    if (page.progress === null) return page;
  }
}
