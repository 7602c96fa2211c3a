export { TagsPlace } from './TagsPlace.tsx';
