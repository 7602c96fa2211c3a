import { Button } from '@react-spectrum/s2/Button';
import OpenIn from '@react-spectrum/s2/icons/OpenIn';
import { Text } from '@react-spectrum/s2/Menu';
import { useCommand, type GuideActionName } from '../backend/index.ts';
import { showProblem } from '../problems/index.ts';
import { useGuideState } from './GuideContext.tsx';

const byHand: ReadonlySet<GuideActionName> = new Set(['confirm', 'enterSecret', 'setConsoleLink', 'saveCertificate']);

/** The way to Developer Console, for steps that are done there by hand. The practice workspace has none to open. */
export function OpenConsole({ actions }: { actions: readonly GuideActionName[] }) {
  const { row } = useGuideState();
  const open = useCommand('page_open');
  if (row.environment === 'practice' || !actions.some((action) => byHand.has(action))) return null;
  return (
    <Button
      variant="secondary"
      fillStyle="outline"
      onPress={() => open.mutate('developerConsole', { onError: showProblem })}
    >
      <OpenIn />
      <Text>Open Developer Console</Text>
    </Button>
  );
}
