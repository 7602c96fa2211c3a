export { TokensPlace } from './TokensPlace.tsx';
