import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { TextField } from '@react-spectrum/s2/TextField';
import { useId, useState } from 'react';
import { keepAnswer, useCommand, type SavedFilter } from '../../../backend/index.ts';
import { ProblemView, showDone } from '../../../problems/index.ts';
import { inWords } from '../parts.ts';
import { localZone } from '../event-filter.ts';
import { useTypedFilter } from '../typed-filter.ts';

interface Props {
  saved: SavedFilter[];
  onClose: () => void;
}

/** Keeps the filter under a name. */
export function SaveFilter({ saved, onClose }: Props) {
  const { filter } = useTypedFilter();
  const form = useId();
  const [name, setName] = useState('');
  const isTaken = saved.some((each) => each.name === name.trim());
  const saving = useCommand('filter_save', {
    onDone: (all) => {
      keepAnswer('filters_list', null, all);
      showDone(`Filter saved as ${name.trim()}.`);
      onClose();
    },
  });
  return (
    <Dialog size="S">
      <Heading slot="title">Save this filter</Heading>
      <Content>
        <Form
          id={form}
          validationBehavior="aria"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') saving.mutate({ name, filter: { ...filter, zoneMinutes: localZone() } });
          }}
        >
          <TextField
            label="Name"
            autoFocus
            maxLength={80}
            value={name}
            onChange={setName}
            description={isTaken ? 'The saved filter of this name is replaced.' : inWords(filter, undefined)}
            styles={style({ width: 'full' })}
          />
        </Form>
        {saving.error ? <ProblemView problem={saving.error} /> : null}
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="accent" type="submit" form={form} isDisabled={name.trim() === ''} isPending={saving.isPending}>
          {isTaken ? 'Replace' : 'Save'}
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
