export { AccessPlace } from './AccessPlace.tsx';
