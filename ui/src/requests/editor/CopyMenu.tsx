import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Menu, MenuItem, MenuTrigger } from '@react-spectrum/s2/Menu';
import { asProblem, backend, type RequestForm } from '../../backend/index.ts';
import { copyText, showProblem } from '../../problems/index.ts';
import type { Draft } from '../drafts/draft.ts';
import { useRequests } from '../requests-context.ts';

const said: Record<RequestForm, string> = {
  curl: 'Call copied. Secrets stand in it as variables.',
  postman: 'Postman collection copied. Secrets stand in it as variables.',
};

/** Copies a request for other tools. */
export function CopyMenu({ draft }: { draft: Draft }) {
  const { under } = useRequests();
  async function copy(form: RequestForm) {
    try {
      const { request, collection } = draft;
      const { text } = await backend.call('request_text', { ...under, request, collection, form });
      await copyText(text, said[form]);
    } catch (error) {
      showProblem(asProblem(error));
    }
  }
  return (
    <MenuTrigger align="end">
      <ActionButton isDisabled={draft.request.url.trim() === ''}>Copy</ActionButton>
      <Menu onAction={(key) => void copy(key as RequestForm)}>
        <MenuItem id="curl">Copy as curl</MenuItem>
        <MenuItem id="postman">Copy as Postman collection</MenuItem>
      </Menu>
    </MenuTrigger>
  );
}
