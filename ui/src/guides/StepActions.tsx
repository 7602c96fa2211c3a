import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { GuideStep } from '../backend/index.ts';
import { CertificateFacts } from '../integrations/facts/CertificateFacts.tsx';
import { ActionButtons } from './ActionButtons.tsx';
import { ActionForm, isForm } from './forms/ActionForm.tsx';
import { useGuideState } from './GuideContext.tsx';
import { OpenConsole } from './OpenConsole.tsx';
import { OtherWay } from './OtherWay.tsx';
import { RetireOld } from './RetireOld.tsx';

/** What can be done in the next step. The usual thing stands open; other ways that ask for something are folded. */
export function StepActions({ step }: { step: GuideStep }) {
  const { guide } = useGuideState();
  const [first, ...others] = step.actions;
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 12 })}>
      {guide.newCertificate && step.actions.includes('saveCertificate') ? (
        <CertificateFacts label="New certificate" certificate={guide.newCertificate} />
      ) : null}
      {step.actions.includes('retireOld') ? <RetireOld /> : null}
      {first && isForm(first) ? <ActionForm action={first} isUsual /> : null}
      <div className={style({ display: 'flex', gap: 12, flexWrap: 'wrap' })}>
        <ActionButtons actions={step.actions} />
        <OpenConsole actions={step.actions} />
      </div>
      {others.filter(isForm).map((action) => (
        <OtherWay key={action} action={action} />
      ))}
    </div>
  );
}
