import { useEffect } from 'react';
import { recall, remember } from './remembered.ts';
import { goInstead, usePath } from './route.ts';

/** A window that opens without an address goes where the user was. */
export function returnToLastPlace(): void {
  const last = recall('place');
  if (last && !location.hash.startsWith('#/')) goInstead(last);
}

export function useRememberedPlace(): void {
  const path = usePath();
  useEffect(() => remember('place', path), [path]);
}
