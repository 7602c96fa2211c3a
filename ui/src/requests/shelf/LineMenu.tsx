import { ActionMenu, MenuItem } from '@react-spectrum/s2/ActionMenu';
import type { Key } from '@react-spectrum/s2/Picker';
import { useCommand } from '../../backend/index.ts';
import { showDone, showProblem } from '../../problems/index.ts';
import { useRequests, type AskedDialog } from '../requests-context.ts';
import { isFolder, type TreeNode } from './tree-of.ts';

/** What can be done with a collection, a folder, or a call; none where nothing can. */
export function LineMenu({ node }: { node: TreeNode }) {
  const { under, ask } = useRequests();
  const { mutate: save } = useCommand('collection_save', { onDone: ({ path }) => showDone(`Saved as ${path}.`) });
  const { collection: owner, item } = node;
  const { collection, builtIn, name } = owner;
  const own = !builtIn;

  function act(key: Key) {
    if (key === 'save') {
      save({ collection }, { onError: (problem) => problem.code !== 'cancelled' && showProblem(problem) });
      return;
    }
    const dialog = dialogs()[String(key)];
    if (dialog) ask(dialog);
  }

  const dialogs = (): Record<string, AskedDialog> => ({
    run: { is: 'run', begin: { ...under, collection, item: item?.item ?? null } },
    ...(item
      ? {
          rename: { is: 'rename', source: { from: 'collection', collection, item: item.item }, name: item.name },
          remove: { is: 'remove', collection, item: item.item, name: item.name, isFolder: isFolder(node) },
        }
      : {
          variables: { is: 'variables', collection },
          delete: { is: 'deleteCollection', collection: owner },
        }),
  });

  const actions: [id: string, label: string, offered: boolean][] = [
    ['run', 'Run', isFolder(node)],
    ['variables', 'Name and variables…', own && item === null],
    ['save', 'Save as Postman collection…', item === null],
    ['rename', 'Rename…', own && item !== null && !isFolder(node)],
    ['remove', 'Remove…', own && item !== null],
    ['delete', 'Delete…', own && item === null],
  ];
  const offered = actions.filter(([, , isOffered]) => isOffered);
  if (offered.length === 0) return null;
  return (
    <ActionMenu size="XS" isQuiet aria-label={`Menu of ${item?.name ?? name}`} onAction={act}>
      {offered.map(([id, label]) => (
        <MenuItem key={id} id={id}>
          {label}
        </MenuItem>
      ))}
    </ActionMenu>
  );
}
