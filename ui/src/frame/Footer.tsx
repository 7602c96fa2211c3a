import { ProgressCircle } from '@react-spectrum/s2/ProgressCircle';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIsMutating } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { backend, useAnswer } from '../backend/index.ts';
import { JobsInFooter } from '../jobs/index.ts';
import { useLasting } from './use-lasting.ts';

const WORTH_TELLING_MS = 2000;

const bar = style({
  gridColumnStart: 1,
  gridColumnEnd: -1,
  display: 'flex',
  alignItems: 'center',
  gap: 16,
  height: 28,
  paddingX: 20,
  font: 'ui-sm',
  color: 'neutral-subdued',
});

/** What goes on in the background, what is cut off, and the version. */
export function Footer() {
  const { data: info } = useAnswer('app_info', null);
  const busy = useLasting(useIsMutating() > 0, WORTH_TELLING_MS);
  const notice = useNotice();
  return (
    <footer className={bar}>
      <JobsInFooter />
      <span role="status" className={style({ display: 'flex', alignItems: 'center', gap: 8, flexGrow: 1 })}>
        {busy ? (
          <>
            <ProgressCircle size="S" isIndeterminate aria-label="Working" />
            Working…
          </>
        ) : null}
        {notice ? <span className={style({ color: 'notice-1000' })}>{notice}</span> : null}
      </span>
      {info ? <span>Version {info.version}</span> : null}
    </footer>
  );
}

function useNotice(): string | null {
  const [connected, setConnected] = useState(true);
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => backend.onLine(setConnected), []);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  if (!connected) return 'Assurance Desk does not answer. Trying again…';
  if (!online) return 'This computer is offline. The practice workspace still works.';
  return null;
}
