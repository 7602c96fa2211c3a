export { DoctorPlace } from './DoctorPlace.tsx';
export { FailedLine } from './FailedLine.tsx';
