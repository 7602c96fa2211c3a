export { ArrivingEvents } from './ArrivingEvents.tsx';
