import { Button } from '@react-spectrum/s2/Button';
import { ButtonGroup } from '@react-spectrum/s2/ButtonGroup';
import { Content, Dialog, Heading } from '@react-spectrum/s2/Dialog';
import { Form } from '@react-spectrum/s2/Form';
import { TextField } from '@react-spectrum/s2/TextField';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { backend, type Problem, type RequestPlace, type RequestShelf } from '../../backend/index.ts';
import { ProblemView } from '../../problems/index.ts';
import { keyOf } from '../drafts/draft.ts';
import { changeDraft } from '../drafts/drafts.ts';
import { takeShelf } from '../use-shelf.ts';

interface Props {
  source: Extract<RequestPlace, { from: 'collection' }>;
  name: string;
  onClose: () => void;
}

/** Gives a call of a collection another name; what was typed into it stays a change. */
export function RenameDialog({ source, name, onClose }: Props) {
  const [next, setNext] = useState(name);
  const { collection, item } = source;
  const rename = useMutation<RequestShelf, Problem, string>({
    mutationFn: async (to) => {
      const { request } = await backend.call('request_open', source);
      return backend.call('request_keep', { collection, item, request: { ...request, name: to } });
    },
    onSuccess: (shelf, to) => {
      takeShelf(shelf);
      changeDraft(keyOf(source), (draft) => ({
        ...draft,
        kept: { ...draft.kept, name: to },
        request: { ...draft.request, name: to },
      }));
      onClose();
    },
  });
  const ready = next.trim() !== '';
  return (
    <Dialog size="M">
      <Heading slot="title">{`Rename ${name}`}</Heading>
      <Content>
        <Form
          id="rename-request"
          onSubmit={(event) => {
            event.preventDefault();
            if (ready && !rename.isPending) rename.mutate(next.trim());
          }}
        >
          {rename.error ? <ProblemView problem={rename.error} /> : null}
          <TextField label="Name" autoFocus value={next} onChange={setNext} />
        </Form>
      </Content>
      <ButtonGroup>
        <Button variant="secondary" onPress={onClose}>
          Cancel
        </Button>
        <Button variant="accent" type="submit" form="rename-request" isPending={rename.isPending} isDisabled={!ready}>
          Rename
        </Button>
      </ButtonGroup>
    </Dialog>
  );
}
