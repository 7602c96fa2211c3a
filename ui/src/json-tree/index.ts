export { RawLines } from './RawLines.tsx';
export { TreeBar } from './TreeBar.tsx';
export { TreeList } from './TreeList.tsx';
