export { openReport } from './open-report.ts';
export { ProblemReports } from './ProblemReports.tsx';
