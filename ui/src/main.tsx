import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { returnToLastPlace } from './app/last-place.ts';
import { withoutViewTransitionsOnLinux } from './app/view-transitions.ts';
import { readTheRest } from './app/when-shown.tsx';
import { noteUncaughtDefects } from './report/note-defects.ts';

noteUncaughtDefects();
withoutViewTransitionsOnLinux();
returnToLastPlace();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// The start comes first; what is shown later is read meanwhile.
setTimeout(() => void readTheRest(), 1000);
