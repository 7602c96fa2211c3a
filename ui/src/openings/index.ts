export { Openings } from './Openings.tsx';
