export { InspectorPlace } from './InspectorPlace.tsx';
