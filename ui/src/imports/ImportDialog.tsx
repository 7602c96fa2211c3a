import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState, type ComponentRef, type ReactNode } from 'react';
import { ProblemView } from '../problems/index.ts';
import { Candidates } from './Candidates.tsx';
import { ImportedFiles } from './ImportedFiles.tsx';
import type { ImportState } from './import-flow.ts';
import { importFlow } from './index.ts';
import { Sources } from './Sources.tsx';

/** What was read from files and texts, what is in it, and what to take over. */
export function ImportDialog({ state }: { state: ImportState }) {
  const { preview, problem, isBusy, fills } = state;
  const [chosen, setChosen] = useState(0);
  const candidates = preview?.candidates ?? [];
  // Files come and go, and candidates with them.
  const candidate = Math.min(chosen, Math.max(candidates.length - 1, 0));
  const isLocked = preview?.files.some((file) => file.state.state === 'locked') ?? false;
  const isReady = candidates.length > 0 && !isLocked;
  const goOn = useRef<ComponentRef<typeof Button>>(null);
  // It takes the focus when there is something to go on with, a frame later: the dialog first finds a place for the
  // focus of a field that has just gone.
  useEffect(() => {
    if (!isReady) return;
    const frame = requestAnimationFrame(() => goOn.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, [isReady]);
  const hasFiles = preview !== null && preview.files.length > 0;
  return (
    <Dialog size="XL">
      <Heading slot="title">{fills ? 'Fill in from what you have' : 'Import what you have'}</Heading>
      <Content>
        <Contents>
          {hasFiles ? <ImportedFiles files={preview.files} isBusy={isBusy} /> : null}
          {problem ? <ProblemView problem={problem} /> : null}
          {hasFiles ? null : <Sources isBusy={isBusy} />}
          {candidates.length > 0 ? (
            <Candidates candidates={candidates} fills={fills} chosen={candidate} onChoose={setChosen} />
          ) : null}
        </Contents>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={() => importFlow.close()}>
          Cancel
        </Button>
        <Button
          ref={goOn}
          variant="accent"
          isDisabled={candidates.length === 0}
          isPending={isBusy && candidates.length > 0}
          onPress={() => void importFlow.accept(candidate)}
        >
          Continue
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}

/** Tells when the dialog has left the screen. */
function Contents({ children }: { children: ReactNode }) {
  useEffect(() => () => importFlow.gone(), []);
  return <div className={style({ display: 'flex', flexDirection: 'column', gap: 24 })}>{children}</div>;
}
