import { style } from '@react-spectrum/s2/style' with { type: 'macro' };
import { Tree } from 'react-aria-components/Tree';
import { useRemembered } from '../../app/remembered.ts';
import type { RequestShelf } from '../../backend/index.ts';
import { isAmongDrafts, isChanged, titleOf } from '../drafts/draft.ts';
import { showDraft, useDrafts } from '../drafts/drafts.ts';
import { useRequests } from '../requests-context.ts';
import { DraftMenu } from './DraftMenu.tsx';
import { LineMenu } from './LineMenu.tsx';
import './shelf.css';
import { expandedOf, foldersOf, isFolder, treeOf, type TreeNode } from './tree-of.ts';
import { TreeLine } from './TreeLine.tsx';

interface Props {
  shelf: RequestShelf;
  search: string;
  /** A request was chosen. */
  onChosen: () => void;
}

const draftsKey = 'drafts';

/** The drafts and the collections: folders open and close, calls are shown on the right. */
export function CollectionsTree({ shelf, search, onChosen }: Props) {
  const { open } = useRequests();
  const drafts = useDrafts();
  const nodes = treeOf(shelf.collections, search);
  const [remembered, remember] = useRemembered('requests.toggled');
  const toggled: readonly string[] = remembered ? remembered.split('\n') : [];
  const isSearched = search.trim() !== '';
  const ofDrafts = toggled.includes(draftsKey) ? [] : [draftsKey];
  const shown = new Set([...ofDrafts, ...(isSearched ? foldersOf(nodes) : expandedOf(nodes, toggled))]);
  const listed = isSearched ? [] : drafts.all.filter(isAmongDrafts);

  function toggle(key: string) {
    const others = toggled.filter((each) => each !== key);
    remember((others.length < toggled.length ? others : [...toggled, key]).join('\n'));
  }

  function choose(key: string) {
    const node = find(nodes, key);
    if (key === draftsKey || (node && isFolder(node))) toggle(key);
    else if (node?.item) {
      open({ from: 'collection', collection: node.collection.collection, item: node.item.item });
      onChosen();
    } else {
      showDraft(key);
      onChosen();
    }
  }

  const line = (node: TreeNode) => (
    <TreeLine
      key={node.key}
      id={node.key}
      name={node.item?.name ?? node.collection.name}
      method={node.item?.method ?? null}
      isChanged={drafts.all.some((draft) => draft.key === node.key && isChanged(draft))}
      menu={<LineMenu node={node} />}
    >
      {node.children.map(line)}
    </TreeLine>
  );

  return (
    <Tree
      aria-label="Collections"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[drafts.shown.key]}
      onSelectionChange={(keys) => {
        const [key] = keys === 'all' ? [] : keys;
        if (key !== undefined) choose(String(key));
      }}
      expandedKeys={shown}
      onExpandedChange={(keys) => {
        for (const key of new Set([...keys, ...shown]))
          if (keys.has(key) !== shown.has(String(key))) toggle(String(key));
      }}
      className={style({ display: 'flex', flexDirection: 'column', gap: 2, padding: 4, outlineStyle: 'none' })}
    >
      {listed.length > 0 ? (
        <TreeLine id={draftsKey} name="Drafts" method={null} menu={null}>
          {listed.map((draft) => (
            <TreeLine
              key={draft.key}
              id={draft.key}
              name={titleOf(draft.request)}
              method={draft.request.method}
              menu={<DraftMenu draft={draft} />}
            />
          ))}
        </TreeLine>
      ) : null}
      {nodes.map(line)}
    </Tree>
  );
}

function find(nodes: readonly TreeNode[], key: string): TreeNode | undefined {
  for (const node of nodes) {
    const found = node.key === key ? node : find(node.children, key);
    if (found) return found;
  }
  return undefined;
}
