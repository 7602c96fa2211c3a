import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { Content, ContextualHelp, Heading } from '@react-spectrum/s2/ContextualHelp';
import File from '@react-spectrum/s2/icons/FileText';
import { Text } from '@react-spectrum/s2/Menu';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useAnswer, useCommand } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';
import { useDraftState } from '../DraftContext.tsx';

const chip = style({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  height: 32,
  boxSizing: 'border-box',
  paddingX: 12,
  borderRadius: 'default',
  borderStyle: 'dashed',
  borderWidth: 1,
  borderColor: 'gray-500',
  font: 'ui',
  cursor: 'grab',
  userSelect: 'none',
});

/** Gets the certificate out of the program, and to Developer Console where that must know it. */
export function TakeCertificate({ forConsole }: { forConsole: boolean }) {
  const { draft } = useDraftState();
  const { data: info } = useAnswer('app_info', null);
  const save = useCommand('draft_save_certificate', { onDone: ({ path }) => showDone(`Saved as ${path}.`) });
  const drag = useCommand('draft_drag_certificate');
  const open = useCommand('page_open');
  const request = { draft: draft.id };
  if (!info?.desktop && !forConsole) return null;
  return (
    <div className={style({ display: 'flex', alignItems: 'center', gap: 12, flexWrap: 'wrap' })}>
      {info?.desktop ? (
        <>
          <ActionButton
            onPress={() =>
              save.mutate(request, { onError: (problem) => problem.code !== 'cancelled' && showProblem(problem) })
            }
          >
            Save certificate…
          </ActionButton>
          <div
            draggable
            className={chip}
            onDragStart={(event) => {
              event.preventDefault();
              drag.mutate(request, { onError: showProblem });
            }}
          >
            <File />
            Drag it out
          </div>
        </>
      ) : null}
      {forConsole ? (
        <>
          <ActionButton onPress={() => open.mutate('developerConsole', { onError: showProblem })}>
            <Text>Open Developer Console</Text>
          </ActionButton>
          <ContextualHelp aria-label="Show me how">
            <Heading>Register the certificate</Heading>
            <Content>
              In Developer Console, open your project and its credential “Service Account (JWT)”. Under “Public keys”,
              choose “Add a public key”, drop certificate_pub.crt there and save. Adobe then accepts what this key
              signs. The private key stays on this computer.
            </Content>
          </ContextualHelp>
        </>
      ) : null}
    </div>
  );
}
