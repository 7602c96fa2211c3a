export { PlatformPlace } from './PlatformPlace.tsx';
