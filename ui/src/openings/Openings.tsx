import { useState } from 'react';
import { useIntegrationInUse } from '../app/IntegrationInUse.tsx';
import { go, pathOf } from '../app/route.ts';
import { whenShown } from '../app/when-shown.tsx';
import { isProblem } from '../backend/index.ts';
import { DialogWhenAsked } from '../frame/DialogWhenAsked.tsx';
import { showProblem } from '../problems/index.ts';
import { questionOf, type Linked } from './link-words.ts';
import { useAwaitedImports } from './use-awaited-imports.ts';
import { useOpenings } from './use-openings.ts';

const LinkQuestion = whenShown(async () => (await import('./LinkQuestion.tsx')).LinkQuestion);
const LinkRefused = whenShown(async () => (await import('./LinkRefused.tsx')).LinkRefused);

/** Opens what the program was asked from outside to open: files at once, links one by one after a question. */
export function Openings() {
  const [links, setLinks] = useState<Linked[]>([]);
  const { all, integration } = useIntegrationInUse();
  const awaitImport = useAwaitedImports();
  const next = () => setLinks((waiting) => waiting.slice(1));

  useOpenings((opening) => {
    switch (opening.kind) {
      case 'archive':
        return go(pathOf({ place: 'archive', archive: opening.archive }));
      case 'import':
        return awaitImport(opening.job);
      case 'refused':
        return showProblem(opening.problem);
      case 'session':
      case 'place':
        return setLinks((waiting) => [...waiting, opening]);
    }
  });

  const [link] = links;
  const question = link && all ? questionOf(link, all, integration) : null;
  return (
    <DialogWhenAsked onDismiss={next}>
      {question === null ? null : isProblem(question) ? (
        <LinkRefused problem={question} />
      ) : (
        <LinkQuestion question={question} />
      )}
    </DialogWhenAsked>
  );
}
