import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useEffect, useRef, useState } from 'react';
import { ProblemView } from '../../problems/index.ts';
import { useDraftState, useFinding } from '../DraftContext.tsx';
import { CertificateCard } from './CertificateCard.tsx';
import { FieldMessage } from './FieldMessage.tsx';
import { useKeyCommands } from './use-key-commands.ts';
import { WaysToKey } from './WaysToKey.tsx';

/** The key pair and its certificate. */
export function KeyStep() {
  const { draft } = useDraftState();
  const commands = useKeyCommands();
  const keyFinding = useFinding('key');
  const certificateFinding = useFinding('certificate');
  const sha1 = draft.certificate?.sha1 ?? null;
  // The certificate that shall make room: once there is another, choosing is over.
  const [replaced, setReplaced] = useState<string | null>(null);
  const isChoosing = sha1 === replaced || sha1 === null;
  const card = useFocusOnChange(sha1);
  // It stands below all the fields, which may be more than the window shows.
  const { problem } = commands;
  const trouble = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) trouble.current?.scrollIntoView({ block: 'nearest' });
  }, [problem]);

  /** Its button is gone when the certificate is registered. */
  async function register(): Promise<void> {
    if (await commands.register()) card.current?.focus();
  }

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      {draft.certificate ? (
        <section ref={card} tabIndex={-1} aria-label="Certificate" className={style({ outlineStyle: 'none' })}>
          <CertificateCard
            certificate={draft.certificate}
            isRegistering={commands.isRegistering}
            onRegister={() => void register()}
          />
        </section>
      ) : null}
      {isChoosing ? <WaysToKey commands={commands} /> : null}
      {sha1 === null || commands.isGenerating ? null : (
        <ActionButton
          isQuiet
          styles={style({ alignSelf: 'start' })}
          onPress={() => setReplaced(isChoosing ? null : sha1)}
        >
          {isChoosing ? 'Keep the present key' : 'Replace the key…'}
        </ActionButton>
      )}
      {problem ? (
        <div ref={trouble}>
          <ProblemView problem={problem} />
        </div>
      ) : null}
      <FieldMessage finding={keyFinding ?? certificateFinding} />
    </div>
  );
}

/** The buttons that made a certificate are gone when it is there: it takes the focus. */
function useFocusOnChange(sha1: string | null) {
  const card = useRef<HTMLElement>(null);
  const before = useRef(sha1);
  useEffect(() => {
    if (before.current === sha1) return;
    before.current = sha1;
    if (sha1 !== null) requestAnimationFrame(() => card.current?.focus());
  }, [sha1]);
  return card;
}
