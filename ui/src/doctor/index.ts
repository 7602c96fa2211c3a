export { DoctorPlace } from './DoctorPlace.tsx';
