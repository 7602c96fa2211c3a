import { useCallback } from 'react';
import { useRemembered } from '../app/remembered.ts';

export interface Panel {
  width: number;
  shown: boolean;
  resize: (width: number) => void;
  show: (shown: boolean) => void;
}

/** A panel's width and whether it is folded, remembered. */
export function usePanel(name: string, usualWidth: number, isUsuallyShown = true): Panel {
  const [width, setWidth] = useRemembered(`panel.${name}.width`);
  const [folded, setFolded] = useRemembered(`panel.${name}.folded`);
  const kept = Number(width);
  return {
    width: kept > 0 ? kept : usualWidth,
    shown: folded === null ? isUsuallyShown : folded !== 'yes',
    resize: useCallback((next: number) => setWidth(String(Math.round(next))), [setWidth]),
    show: useCallback((shown: boolean) => setFolded(shown ? 'no' : 'yes'), [setFolded]),
  };
}
