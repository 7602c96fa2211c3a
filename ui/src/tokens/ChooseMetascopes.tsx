import { Checkbox } from '@react-spectrum/s2/Checkbox';
import { CheckboxGroup } from '@react-spectrum/s2/CheckboxGroup';
import { Disclosure, DisclosurePanel, DisclosureTitle } from '@react-spectrum/s2/Disclosure';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import type { Preset } from '../backend/index.ts';
import { scopeLabel } from '../integrations/steps/scopes.ts';

interface Props {
  /** The integration's own. */
  offered: readonly string[];
  presets: readonly Preset[];
  value: string[];
  onChange: (value: string[]) => void;
}

/** Which of the integration's metascopes go into a JWT: all of them, unless the user leaves some out. */
export function ChooseMetascopes({ offered, presets, value, onChange }: Props) {
  return (
    <Disclosure isQuiet size="S">
      <DisclosureTitle>{chosenInWords(value.length, offered.length)}</DisclosureTitle>
      <DisclosurePanel>
        <div className={style({ maxHeight: 240, overflowY: 'auto', padding: 4 })}>
          <CheckboxGroup aria-label="Metascopes" value={value} onChange={onChange}>
            {offered.map((scope) => (
              <Checkbox key={scope} value={scope}>
                {scopeLabel(scope, presets)}
              </Checkbox>
            ))}
          </CheckboxGroup>
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

function chosenInWords(chosen: number, offered: number): string {
  if (chosen < offered) return `${chosen} of ${offered} metascopes`;
  return offered === 1 ? 'One metascope' : `All ${offered} metascopes`;
}
