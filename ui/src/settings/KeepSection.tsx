import { Switch } from '@react-spectrum/s2/Switch';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { asProblem, useAnswer } from '../backend/index.ts';
import { Section } from '../frame/Section.tsx';
import { showProblem } from '../problems/index.ts';
import { saveSettings } from './save-settings.ts';

/** Whether sessions are kept that nobody opens. */
export function KeepSection() {
  const { data: info } = useAnswer('app_info', null);

  function choose(archiveAlways: boolean) {
    saveSettings((settings) => ({ ...settings, archiveAlways })).catch((error: unknown) =>
      showProblem(asProblem(error)),
    );
  }

  return (
    <Section title="Archives">
      <Switch isDisabled={!info} isSelected={info?.settings.archiveAlways ?? false} onChange={choose}>
        Keep every session
      </Switch>
      <p className={style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })}>
        Adobe deletes sessions after 30 days. With this, the events of every session that is listed are archived on this
        computer in the background, and again after a day, also when nobody opens it.
      </p>
    </Section>
  );
}
