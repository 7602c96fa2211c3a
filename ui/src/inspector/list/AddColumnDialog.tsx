import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { useInspector } from '../inspector-context.ts';

const mostPaths = 8;

/** Asks for the path of a new column. */
export function AddColumnDialog({ onClose }: { onClose: () => void }) {
  const { arrangement, addColumn } = useInspector();
  const [path, setPath] = useState('payload.');
  const isFull = arrangement.paths.length >= mostPaths;
  const isPath = /^(payload|metadata|annotations|event)\b/.test(path.trim()) && !/[.\s]$/.test(path);

  function add() {
    if (!isPath || isFull) return;
    addColumn(path.trim());
    onClose();
  }

  return (
    <Dialog size="S">
      <Heading slot="title">Add a column</Heading>
      <Content>
        <Form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label="Path to the value"
            value={path}
            onChange={setPath}
            autoFocus
            description={
              isFull
                ? `There are ${mostPaths} such columns already. Remove one first.`
                : 'For example payload.ACPExtensionEventData.xdm.eventType'
            }
          />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="accent" isDisabled={!isPath || isFull} onPress={add}>
          Add
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
