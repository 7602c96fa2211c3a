import { useEffect } from 'react';
import { backend, type AnalysisPage, type AnalysisRequest } from '../../backend/index.ts';
import { useUpToDate } from '../use-up-to-date.ts';
import { tellBadge } from './use-badge.ts';

/** What is asked of an analysis, whatever rows of it are shown. */
export type Asked = Omit<AnalysisRequest, 'windows'>;

/** The head of an analysis: notices, sections and their counts. */
export function useAnalysis(asked: Asked, revision: number) {
  const head = useUpToDate<AnalysisPage>(['analysis_read', asked], revision, () =>
    backend.call('analysis_read', { ...asked, windows: [] }),
  );
  const { view, analysis } = asked;
  const badge = head.answer?.drawing.badge;
  useEffect(() => {
    if (badge !== undefined) tellBadge(view, analysis, badge);
  }, [view, analysis, badge]);
  return head;
}
