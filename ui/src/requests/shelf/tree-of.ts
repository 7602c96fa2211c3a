import type { CollectionItem, CollectionSummary } from '../../backend/index.ts';
import { keyOf } from '../drafts/draft.ts';

/** A line of the tree of collections, with what lies below it. */
export interface TreeNode {
  /** Unique in the whole tree. */
  key: string;
  collection: CollectionSummary;
  /** None for the collection itself. */
  item: CollectionItem | null;
  children: TreeNode[];
}

/** The collections as a tree; of a search, what holds its text, with the folders above and all that is below it. */
export function treeOf(collections: readonly CollectionSummary[], search: string): TreeNode[] {
  const wanted = search.trim().toLowerCase();
  return collections
    .map((collection) => {
      const { below } = nodesFrom(collection, 0, -1);
      return { key: collection.collection, collection, item: null, children: below };
    })
    .flatMap((node) => (wanted === '' ? [node] : matching(node, wanted)));
}

/** The lines from an index on that are deeper than a level, and the index after them. */
function nodesFrom(collection: CollectionSummary, from: number, level: number): { below: TreeNode[]; next: number } {
  const below: TreeNode[] = [];
  let next = from;
  for (let item = collection.items[next]; item && item.depth > level; item = collection.items[next]) {
    const inside = nodesFrom(collection, next + 1, item.depth);
    const key = keyOf({ from: 'collection', collection: collection.collection, item: item.item });
    below.push({ key, collection, item, children: inside.below });
    next = inside.next;
  }
  return { below, next };
}

function matching(node: TreeNode, wanted: string): TreeNode[] {
  const words = node.item ? `${node.item.method ?? ''} ${node.item.name}` : node.collection.name;
  if (words.toLowerCase().includes(wanted)) return [node];
  const children = node.children.flatMap((child) => matching(child, wanted));
  return children.length > 0 ? [{ ...node, children }] : [];
}

/** The keys of everything that can be opened. */
export function foldersOf(nodes: readonly TreeNode[]): string[] {
  return nodes.flatMap((node) => (isFolder(node) ? [node.key, ...foldersOf(node.children)] : []));
}

/** What is open: collections at first, and folders that were opened. `toggled` are those that are not as at first. */
export function expandedOf(nodes: readonly TreeNode[], toggled: readonly string[]): Set<string> {
  const isOpen = ({ key, item }: TreeNode) => (item === null) !== toggled.includes(key);
  const all = (each: readonly TreeNode[]): TreeNode[] => each.flatMap((node) => [node, ...all(node.children)]);
  return new Set(
    all(nodes)
      .filter((node) => isFolder(node) && isOpen(node))
      .map(({ key }) => key),
  );
}

/** Whether a line is a collection or a folder. */
export function isFolder({ item }: TreeNode): boolean {
  return item === null || item.method === null;
}
