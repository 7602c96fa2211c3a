export { About } from './About.tsx';
export { openAbout } from './asked.ts';
