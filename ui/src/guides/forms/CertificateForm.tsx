import { GenerateKey } from '../../integrations/steps/GenerateKey.tsx';
import { useBusy, useGuideState } from '../GuideContext.tsx';

/** Makes the new key pair and certificate, as the wizard does. */
export function CertificateForm() {
  const { row, act } = useGuideState();
  const { isPending, isDisabled } = useBusy('makeCertificate');
  return (
    <GenerateKey
      owner={row.id}
      isGenerating={isPending}
      isDisabled={isDisabled}
      onGenerate={(choice) => void act({ do: 'makeCertificate', ...choice })}
    />
  );
}
