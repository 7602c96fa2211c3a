import { Picker, PickerItem, Text } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { keepAnswer, queryClient, useAnswer, useCommand } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';

const usual = 'default';

/** The sandbox that the integration's calls name. */
export function SandboxPicker({ integration }: { integration: string }) {
  const request = { integration };
  const { data: list } = useAnswer('sandboxes_list', request);
  const choose = useCommand('sandbox_choose', {
    onDone: (answer) => {
      keepAnswer('sandboxes_list', request, answer);
      void queryClient.invalidateQueries({ queryKey: ['classes_list'] });
    },
  });
  return (
    <Picker
      label="Sandbox"
      isDisabled={!list}
      selectedKey={list?.chosen ?? usual}
      onSelectionChange={(key) =>
        choose.mutate(
          { integration, sandbox: key === usual ? null : String(key) },
          { onError: (problem) => showProblem(problem) },
        )
      }
      styles={style({ width: 240 })}
    >
      {[
        { id: usual, title: 'Adobe’s default', note: 'No sandbox is named' },
        ...(list?.rows ?? []).map((row) => ({
          id: row.name,
          title: row.title,
          note: [row.name, row.sandboxKind, row.state === 'active' ? '' : row.state].filter(Boolean).join(' · '),
        })),
      ].map(({ id, title, note }) => (
        <PickerItem key={id} id={id} textValue={title}>
          <Text slot="label">{title}</Text>
          <Text slot="description">{note}</Text>
        </PickerItem>
      ))}
    </Picker>
  );
}
