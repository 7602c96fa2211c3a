export { GuidePlace } from './GuidePlace.tsx';
export { LegacyNotice, saysLegacy } from './LegacyNotice.tsx';
export { GuidesUnderWay } from './GuidesUnderWay.tsx';
export { beginLabels, guideNames, shortNames } from './guide-words.ts';
export { canBegin, goToGuide, guidesUnderWay } from './offered.ts';
