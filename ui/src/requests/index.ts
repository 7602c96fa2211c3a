export { RequestsPlace } from './RequestsPlace.tsx';
