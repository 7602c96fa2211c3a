import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup';
import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { Radio, RadioGroup } from '@react-spectrum/s2/RadioGroup';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { go, pathOf } from '../app/route.ts';
import type { IntegrationRow } from '../backend/index.ts';
import { kindInWords } from '../integrations/kind-in-words.ts';
import type { useAim } from './use-aim.ts';

const NONE = 'none';

interface Props {
  rows: IntegrationRow[];
  row: IntegrationRow | null;
  aim: ReturnType<typeof useAim>;
}

/** What decides which steps there are. The kind of credential is asked for only before there is an integration. */
export function Chooser({ rows, row, aim }: Props) {
  return (
    <div className={style({ display: 'flex', flexWrap: 'wrap', columnGap: 40, rowGap: 16 })}>
      <Picker
        label="Integration"
        value={row?.id ?? NONE}
        onChange={(key) => {
          const integration = key === NONE || key === null ? null : String(key);
          go(pathOf({ place: 'access', integration }));
        }}
        styles={style({ width: 240 })}
      >
        {[
          <PickerItem key={NONE} id={NONE} textValue="None yet">
            <Text slot="label">None yet</Text>
          </PickerItem>,
          ...rows.map(({ id, name, kind }) => (
            <PickerItem key={id} id={id} textValue={name}>
              <Text slot="label">{name}</Text>
              <Text slot="description">{kindInWords[kind]}</Text>
            </PickerItem>
          )),
        ]}
      </Picker>
      <CheckboxGroup
        label="Access to"
        orientation="horizontal"
        value={['assurance', ...aim.goals]}
        onChange={aim.chooseGoals}
      >
        <Checkbox value="assurance" isDisabled>
          Assurance
        </Checkbox>
        <Checkbox value="platform">Experience Platform</Checkbox>
        <Checkbox value="tags">Tags</Checkbox>
      </CheckboxGroup>
      {row ? null : (
        <RadioGroup label="Kind of credential" orientation="horizontal" value={aim.kind} onChange={aim.chooseKind}>
          <Radio value="oauthServerToServer">OAuth Server-to-Server</Radio>
          <Radio value="serviceAccount">Service account (JWT, older)</Radio>
        </RadioGroup>
      )}
    </div>
  );
}
