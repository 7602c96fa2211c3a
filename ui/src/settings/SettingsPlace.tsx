import { Button } from '@react-spectrum/s2/Button';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer, type Theme, type VaultState } from '../backend/index.ts';
import { Page } from '../frame/Page.tsx';
import { Section } from '../frame/Section.tsx';
import { openReport } from '../report/index.ts';
import { useTheme } from '../theme/use-theme.ts';
import { UpdatesSection } from '../updates/index.ts';
import { KeepSection } from './KeepSection.tsx';
import { NetworkSection } from './NetworkSection.tsx';

const secretsInWords: Partial<Record<VaultState, string>> = {
  openWithKeychain: 'Sealed in one file; its key is in your system’s keychain.',
  openWithPassphrase: 'Sealed in one file with your passphrase.',
};

export function SettingsPlace() {
  const { theme, chooseTheme } = useTheme();
  const { data: info } = useAnswer('app_info', null);
  return (
    <Page>
      <Section title="Appearance">
        <RadioGroup
          label="Theme"
          orientation="horizontal"
          value={theme}
          onChange={(value) => chooseTheme(value as Theme)}
        >
          <Radio value="system">As the system</Radio>
          <Radio value="light">Light</Radio>
          <Radio value="dark">Dark</Radio>
        </RadioGroup>
      </Section>
      <NetworkSection />
      <KeepSection />
      <UpdatesSection />
      <Section title="Keys and secrets">
        <p className={style({ font: 'body', margin: 0 })}>{info ? secretsInWords[info.vault] : null}</p>
      </Section>
      <Section title="About">
        <p className={style({ font: 'body', margin: 0 })}>Assurance Desk {info?.version}</p>
        <p className={style({ font: 'body-sm', margin: 0, color: 'neutral-subdued' })}>
          An independent program. It is not made, endorsed or supported by Adobe. Adobe, Adobe Experience Platform and
          Assurance are names of Adobe.
        </p>
        <Button variant="secondary" onPress={openReport} styles={style({ alignSelf: 'start' })}>
          Report a problem…
        </Button>
      </Section>
    </Page>
  );
}
