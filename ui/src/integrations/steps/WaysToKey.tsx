import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useState } from 'react';
import { useAnswer } from '../../backend/index.ts';
import { useDraftState } from '../DraftContext.tsx';
import { GenerateKey } from './GenerateKey.tsx';
import { MakeCertificate } from './MakeCertificate.tsx';
import { OwnKey } from './OwnKey.tsx';
import type { KeyCommands } from './use-key-commands.ts';

/** The ways to a key and its certificate: generated here, or the user's own. */
export function WaysToKey({ commands }: { commands: KeyCommands }) {
  const { draft } = useDraftState();
  const { data: info } = useAnswer('app_info', null);
  const [wantsAnother, setWantsAnother] = useState(false);
  const lacksCertificate = draft.keyBits !== null && draft.certificate === null;
  const isBusy = commands.isGenerating || commands.isMaking;
  return (
    <>
      {lacksCertificate ? (
        <span className={style({ font: 'body' })}>
          A private key of {draft.keyBits} bits is kept. Make its certificate, or bring the one that Developer Console
          has.
        </span>
      ) : null}
      {lacksCertificate && !wantsAnother && !commands.isGenerating ? (
        <MakeCertificate owner={draft.id} isMaking={commands.isMaking} onMake={commands.makeCertificate} />
      ) : (
        <GenerateKey
          owner={draft.id}
          isGenerating={commands.isGenerating}
          onGenerate={commands.generate}
          onCancel={commands.cancel}
        />
      )}
      <OwnKey isDesktop={info?.desktop ?? false} hasKey={lacksCertificate} isDisabled={isBusy} />
      {lacksCertificate ? (
        <ActionButton
          isQuiet
          isDisabled={isBusy}
          styles={style({ alignSelf: 'start' })}
          onPress={() => setWantsAnother(!wantsAnother)}
        >
          {wantsAnother ? 'Keep the present key' : 'Generate another key…'}
        </ActionButton>
      ) : null}
    </>
  );
}
