import sortedBTree from 'sorted-btree';

// NOTE: sorted-btree is CommonJS with a `default` export: Node hands over the module object, a
// bundler or jest the class itself.
const loaded = sortedBTree as unknown as { default?: typeof sortedBTree };

/** A sorted map whose `clone()` is copy-on-write: a snapshot costs next to nothing. */
export const BTree = loaded.default ?? sortedBTree;
export type BTree<K, V> = sortedBTree<K, V>;
