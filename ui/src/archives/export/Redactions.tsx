import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Switch } from '@react-spectrum/s2/Switch';
import type { RedactionRule } from '../../backend/index.ts';
import { allRules, ruleNames } from './redaction-words.ts';

interface Props {
  rules: RedactionRule[];
  onChange: (rules: RedactionRule[]) => void;
}

const grid = style({
  display: 'grid',
  gridTemplateColumns: '[repeat(auto-fill, minmax(320px, 1fr))]',
  columnGap: 24,
  rowGap: 4,
});

/** What is made unrecognizable. The same value gets the same replacement, so that events can still be told apart. */
export function Redactions({ rules, onChange }: Props) {
  const toggled = (rule: RedactionRule, isOn: boolean) =>
    onChange(allRules.filter((each) => (each === rule ? isOn : rules.includes(each))));
  const isAll = rules.length === allRules.length;
  return (
    <section aria-label="Make unrecognizable" className={style({ display: 'flex', flexDirection: 'column', gap: 8 })}>
      <div className={style({ display: 'flex', alignItems: 'center', gap: 12 })}>
        <h3 className={style({ font: 'ui', fontWeight: 'normal', color: 'neutral-subdued', margin: 0 })}>
          Make unrecognizable
        </h3>
        <ActionButton isQuiet size="S" onPress={() => onChange(isAll ? [] : allRules)}>
          {isAll ? 'Turn all off' : 'Turn all on'}
        </ActionButton>
      </div>
      <p className={style({ font: 'ui-sm', color: 'neutral-subdued', margin: 0 })}>
        The same value always gets the same stand-in, so that events can still be told apart. The archive keeps
        everything.
      </p>
      <div className={grid}>
        {allRules.map((rule) => (
          <Switch key={rule} size="S" isSelected={rules.includes(rule)} onChange={(isOn) => toggled(rule, isOn)}>
            <span>
              {ruleNames[rule].name}
              <span className={style({ color: 'neutral-subdued' })}> – {ruleNames[rule].text}</span>
            </span>
          </Switch>
        ))}
      </div>
    </section>
  );
}
