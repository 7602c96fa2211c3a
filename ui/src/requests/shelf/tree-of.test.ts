import { expect, test } from 'vitest';
import type { CollectionSummary } from '../../backend/index.ts';
import { expandedOf, foldersOf, treeOf, type TreeNode } from './tree-of.ts';

const item = (id: string, depth: number, name: string, method: string | null = null) => ({
  item: id,
  depth,
  name,
  method,
  hasScript: false,
});

const collection: CollectionSummary = {
  collection: 'c',
  name: 'Guides',
  description: '',
  builtIn: true,
  variables: [],
  items: [
    item('1', 0, 'Platform'),
    item('2', 1, 'Schemas'),
    item('3', 2, 'Classes', 'GET'),
    item('4', 1, 'Sandboxes', 'GET'),
    item('5', 0, 'Tags', 'GET'),
  ],
};

const outline = (nodes: TreeNode[]): unknown[] =>
  nodes.map(({ item: each, children }) =>
    children.length > 0 ? [each?.name ?? 'Guides', outline(children)] : (each?.name ?? 'Guides'),
  );

test('lines lie below the folder before them', () => {
  expect(outline(treeOf([collection], ''))).toEqual([
    ['Guides', [['Platform', [['Schemas', ['Classes']], 'Sandboxes']], 'Tags']],
  ]);
});

test('a search leaves what holds its text, and the way to it', () => {
  expect(outline(treeOf([collection], 'clas'))).toEqual([['Guides', [['Platform', [['Schemas', ['Classes']]]]]]]);
  expect(outline(treeOf([collection], 'schemas'))).toEqual([['Guides', [['Platform', [['Schemas', ['Classes']]]]]]]);
  expect(treeOf([collection], 'nowhere')).toEqual([]);
});

test('collections and folders can be opened, calls cannot', () => {
  expect(foldersOf(treeOf([collection], ''))).toEqual(['c', 'call c 1', 'call c 2']);
});

test('collections are open at first and folders are not, until that was changed', () => {
  const nodes = treeOf([collection], '');
  expect([...expandedOf(nodes, [])]).toEqual(['c']);
  expect([...expandedOf(nodes, ['c', 'call c 1'])]).toEqual(['call c 1']);
});
