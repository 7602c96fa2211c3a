export { ComparePlace } from './ComparePlace.tsx';
