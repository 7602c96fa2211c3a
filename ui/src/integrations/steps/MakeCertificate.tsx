import { Button } from '@react-spectrum/s2/Button';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useNow } from '../../words/use-now.ts';
import { useKeyChoice, validTo, type KeyChoice } from './key-choice.ts';
import { KeyChoiceFields } from './KeyChoiceFields.tsx';

interface Props {
  /** The draft that has the key. */
  owner: string;
  isMaking: boolean;
  onMake: (choice: KeyChoice) => void;
}

/** Makes a certificate for the key that is there. */
export function MakeCertificate({ owner, isMaking, onMake }: Props) {
  const [choice, change] = useKeyChoice(owner);
  const now = useNow();
  return (
    <KeyChoiceFields
      choice={choice}
      onChange={change}
      withSize={false}
      note={<span className={style({ font: 'ui', color: 'neutral-subdued' })}>{validTo(choice, now)}</span>}
    >
      <Button variant="accent" isPending={isMaking} onPress={() => onMake(choice)}>
        Make its certificate
      </Button>
    </KeyChoiceFields>
  );
}
