import { ActionButton } from '@react-spectrum/s2/ActionButton';
import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import ViewList from '@react-spectrum/s2/icons/ViewList';
import { Picker, PickerItem } from '@react-spectrum/s2/Picker';
import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { useIntegrationInUse } from '../../app/IntegrationInUse.tsx';
import type { RequestShelf } from '../../backend/index.ts';
import { PanelToggle } from '../../inspector/filter/PanelToggle.tsx';
import { isChanged, type Draft } from '../drafts/draft.ts';
import { changeRequest } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';
import { CopyMenu } from './CopyMenu.tsx';
import { EnvironmentPicker } from './EnvironmentPicker.tsx';

interface Props {
  draft: Draft;
  shelf: RequestShelf | undefined;
  isPaneShown: boolean;
  onPane: (isShown: boolean) => void;
  onEnvironment: (environment: string | null) => void;
}

/** Under whom and with which variables, and what to do with the request. */
export function RequestBar({ draft, shelf, isPaneShown, onPane, onEnvironment }: Props) {
  const { under, ask } = useRequests();
  const { all, choose } = useIntegrationInUse();
  return (
    <div className={style({ display: 'flex', gap: 8, alignItems: 'center', flexWrap: 'wrap' })}>
      <PanelToggle panel="collections" shown={isPaneShown} onShown={onPane} icon={<ViewList />} />
      <Picker
        aria-label="Integration"
        items={all ?? []}
        selectedKey={under.integration}
        onSelectionChange={(id) => choose(String(id))}
        styles={style({ width: 208, minWidth: 120 })}
      >
        {(row) => <PickerItem id={row.id}>{row.name}</PickerItem>}
      </Picker>
      <EnvironmentPicker environments={shelf?.environments ?? []} onChoose={onEnvironment} />
      <div className={style({ flexGrow: 1 })} />
      <CopyMenu draft={draft} />
      <ActionButton isDisabled={draft.request.url.trim() === ''} onPress={() => ask({ is: 'keep', draft: draft.key })}>
        Keep…
      </ActionButton>
      <ActionMenu
        isQuiet
        aria-label="More"
        disabledKeys={isChanged(draft) ? [] : ['undo']}
        onAction={(key) => {
          if (key === 'undo') changeRequest(draft.key, draft.kept);
          else if (key === 'run') ask({ is: 'run', begin: null });
          else ask({ is: 'hosts' });
        }}
      >
        <MenuItem id="undo">Undo the changes</MenuItem>
        <MenuItem id="run">Last run…</MenuItem>
        <MenuItem id="hosts">Hosts that get the access token…</MenuItem>
      </ActionMenu>
    </div>
  );
}
