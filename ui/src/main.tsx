// First of all, so that it is answered while the rest is read.
import { takeFirstAnswers } from './backend/first-answers.ts';
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
void takeFirstAnswers().then(draw);

function draw() {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

// The start comes first; what is shown later is read meanwhile.
setTimeout(() => void readTheRest(), 1000);
