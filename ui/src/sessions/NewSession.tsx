import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { TextField } from '@react-spectrum/s2/TextField';
import { useState } from 'react';
import { useCommand, type SessionRow } from '../backend/index.ts';
import { ProblemView } from '../problems/index.ts';
import { LinkField } from './LinkField.tsx';

interface Props {
  integration: string;
  recentLinks: string[];
  onCancel: () => void;
  onCreated: (session: SessionRow) => void;
}

/** Asks for name and link; a refusal is shown over what was typed. */
export function NewSession({ integration, recentLinks, onCancel, onCreated }: Props) {
  const [name, setName] = useState('');
  const [link, setLink] = useState(recentLinks[0] ?? '');
  const create = useCommand('session_create', { onDone: onCreated });
  const ready = name.trim() !== '' && link.trim() !== '';

  return (
    <Dialog size="M">
      <Heading slot="title">New session</Heading>
      <Content>
        <Form
          id="new-session"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !create.isPending) create.mutate({ integration, name, link });
          }}
        >
          {create.error ? <ProblemView problem={create.error} /> : null}
          <TextField
            label="Name"
            isRequired
            necessityIndicator="label"
            autoFocus
            value={name}
            onChange={setName}
            placeholder="Checkout v42"
          />
          <LinkField value={link} onChange={setLink} recent={recentLinks} />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onCancel}>
          Cancel
        </Button>
        <Button variant="accent" type="submit" form="new-session" isPending={create.isPending} isDisabled={!ready}>
          Create
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
