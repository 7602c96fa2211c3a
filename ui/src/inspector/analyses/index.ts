export { AnalysisPane } from './AnalysisPane.tsx';
export { AnalysisTabs } from './AnalysisTabs.tsx';
export { DrawnSection } from './DrawnSection.tsx';
export { Notices } from './Notices.tsx';
