import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useRef, useState } from 'react';
import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { useAnswer, useTick } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { useDraftState, useFinding } from '../DraftContext.tsx';
import { useDraftCommand } from '../use-draft-command.ts';
import { CertificateCard } from './CertificateCard.tsx';
import { ChooseFiles } from './ChooseFiles.tsx';
import { FieldMessage } from './FieldMessage.tsx';
import { GenerateKey } from './GenerateKey.tsx';

/** The key pair and its certificate: generated here, or the user's own. */
export function KeyStep() {
  const { draft } = useDraftState();
  const { data: info } = useAnswer('app_info', null);
  const [replacing, setReplacing] = useState(false);
  const generation = useDraftCommand('draft_generate_key');
  const keyImport = useDraftCommand('draft_import_key');
  const certificateImport = useDraftCommand('draft_import_certificate');
  const registration = useDraftCommand('draft_register_certificate');
  const keyFinding = useFinding('key');
  const certificateFinding = useFinding('certificate');
  const problem = generation.problem ?? keyImport.problem ?? certificateImport.problem ?? registration.problem;
  const card = useRef<HTMLDivElement>(null);
  const choosing = replacing || draft.certificate === null;
  const busy = generation.isRunning || keyImport.isRunning || certificateImport.isRunning;

  /** The practice console is asked at once: there is nothing to upload by hand. */
  async function take(change: ReturnType<typeof generation.run>): Promise<void> {
    const changed = await change;
    if (!changed?.certificate) return;
    setReplacing(false);
    // The buttons that made it are gone: what they made takes the focus.
    requestAnimationFrame(() => card.current?.focus());
    if (changed.environment === 'practice') await registration.run({ draft: draft.id });
  }

  const importKey = (path: string | null) => void take(keyImport.run({ draft: draft.id, path }));
  const importCertificate = (path: string | null) => void take(certificateImport.run({ draft: draft.id, path }));

  useTick((tick) => {
    if (tick.kind !== 'fileDropped') return;
    if (draft.keyBits !== null && draft.certificate === null) importCertificate(tick.path);
    else importKey(tick.path);
  });

  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      {draft.certificate ? (
        <section ref={card} tabIndex={-1} aria-label="Certificate" className={style({ outlineStyle: 'none' })}>
          <CertificateCard
            certificate={draft.certificate}
            isRegistering={registration.isRunning}
            onRegister={() => void registration.run({ draft: draft.id })}
          />
        </section>
      ) : draft.keyBits !== null ? (
        <span className={style({ font: 'body' })}>
          A private key of {draft.keyBits} bits is kept. The certificate that belongs to it is missing.
        </span>
      ) : null}
      {choosing ? (
        <>
          <GenerateKey
            isGenerating={generation.isRunning}
            isDisabled={busy}
            onGenerate={(choice) => void take(generation.run({ draft: draft.id, ...choice }))}
          />
          {info?.desktop ? (
            <ChooseFiles
              isDisabled={busy}
              hasKey={draft.keyBits !== null}
              onKey={() => importKey(null)}
              onCertificate={() => importCertificate(null)}
            />
          ) : null}
        </>
      ) : (
        <ActionButton isQuiet styles={style({ alignSelf: 'start' })} onPress={() => setReplacing(true)}>
          Replace the key…
        </ActionButton>
      )}
      {problem && problem.code !== 'cancelled' ? <ProblemView problem={problem} /> : null}
      <FieldMessage finding={keyFinding ?? certificateFinding} />
    </div>
  );
}
