import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useState, type ReactNode } from 'react';
import type { Problem, Variable, VariableSet } from '../../backend/index.ts';
import { SmallNote } from '../../frame/SmallNote.tsx';
import { ProblemView } from '../../problems/index.ts';
import { FieldRows } from '../editor/FieldRows.tsx';

interface Props {
  title: string;
  set: VariableSet;
  problem: Problem | null;
  isSaving: boolean;
  onSave: (set: VariableSet) => void;
  onClose: () => void;
  /** A further action, such as deleting the set. */
  children?: ReactNode;
}

const blank: Variable = { name: '', value: '', enabled: true, filledIn: false };

/** Edits variables that have a name together. */
export function VariablesDialog({ title, set, problem, isSaving, onSave, onClose, children }: Props) {
  const [name, setName] = useState(set.name);
  const [variables, setVariables] = useState(set.variables);
  return (
    <Dialog size="L">
      <Heading slot="title">{title}</Heading>
      <Content>
        <div className={style({ display: 'flex', flexDirection: 'column', gap: 16 })}>
          {problem ? <ProblemView problem={problem} /> : null}
          <TextField label="Name" autoFocus value={name} onChange={setName} styles={style({ width: 'full' })} />
          <FieldRows
            thing="variable"
            fields={variables}
            onChange={setVariables}
            blank={blank}
            fixedValue={(variable) => (variable.filledIn ? 'From the integration' : null)}
          />
          <SmallNote>
            Write a variable as its name in double braces. Secrets are not kept here: those of the integration take
            their place.
          </SmallNote>
        </div>
      </Content>
      <ButtonGroup>
        {children}
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button
          variant="accent"
          isDisabled={name.trim() === ''}
          isPending={isSaving}
          onPress={() =>
            onSave({
              ...set,
              name: name.trim(),
              variables: variables.filter((variable) => variable.name.trim() !== ''),
            })
          }
        >
          Save
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
