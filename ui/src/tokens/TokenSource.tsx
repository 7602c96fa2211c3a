import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { IntegrationRow } from '../backend/index.ts';
import { kindInWords } from '../integrations/kind-in-words.ts';
import { PasteArea } from './PasteArea.tsx';

const NONE = 'none';

interface Props {
  text: string;
  integrations: readonly IntegrationRow[];
  /** What the token is compared with. */
  integration: IntegrationRow | null;
  isReading: boolean;
  onText: (text: string) => void;
  onIntegration: (integration: string | null) => void;
  /** Reads the access token of an integration. */
  onOwn: (integration: string) => void;
}

/** Where the token comes from, and which integration it is compared with. */
export function TokenSource({ text, integrations, integration, isReading, onText, onIntegration, onOwn }: Props) {
  return (
    <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
      <PasteArea
        label="JWT or access token"
        description="Decoded on this computer. It is not sent anywhere and not stored."
        value={text}
        onChange={onText}
      />
      <Picker
        label="Compare with"
        value={integration?.id ?? NONE}
        onChange={(key) => onIntegration(key === NONE || key === null ? null : String(key))}
        styles={style({ width: 'full' })}
      >
        {[
          <PickerItem key={NONE} id={NONE} textValue="No integration">
            <Text slot="label">No integration</Text>
          </PickerItem>,
          ...integrations.map((row) => (
            <PickerItem key={row.id} id={row.id} textValue={row.name}>
              <Text slot="label">{row.name}</Text>
              <Text slot="description">{kindInWords[row.kind]}</Text>
            </PickerItem>
          )),
        ]}
      </Picker>
      <ActionButton
        isDisabled={!integration}
        isPending={isReading}
        onPress={() => integration && onOwn(integration.id)}
        styles={style({ alignSelf: 'start' })}
      >
        Read the integration’s own token
      </ActionButton>
    </div>
  );
}
