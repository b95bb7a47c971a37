import { glassEasel } from 'glass-easel-miniprogram-adapter';

/** A node of the framework, as far as the runtime needs it. */
export interface TreeNode {
  $$: unknown;
  is?: string;
  id: string;
  dataset: Record<string, unknown>;
  classList: { toggle(name: string, on: boolean): void; contains(name: string): boolean } | null;
  getMethodCaller?(): unknown;
  getComposedParent(): TreeNode | null;
  getShadowRoot?(): QueryRoot | null;
  hasBehavior?(behavior: unknown): boolean;
  triggerEvent(name: string, detail: unknown, options: object): void;
}

export interface QueryRoot {
  querySelector(selector: string): TreeNode | null;
  querySelectorAll(selector: string): TreeNode[];
}

/** The DOM box of a node; a virtual host has none of its own and lends its first descendant's. */
export function boxOf(node: TreeNode): HTMLElement | undefined {
  if (node.$$ instanceof HTMLElement) return node.$$;
  for (const descendant of descendantsOf(node, 'composed')) {
    if (descendant !== node && descendant.$$ instanceof HTMLElement) return descendant.$$;
  }
  return undefined;
}

/** Root first. `shadow`: only what stands in the same template; `composed`: what is on screen. */
export function descendantsOf(node: TreeNode, tree: 'shadow' | 'composed'): Iterable<TreeNode> {
  const order = `${tree}-descendants-root-first` as never;
  return glassEasel.ElementIterator.create(node as never, order);
}

/** The nearest enclosing node on screen that is the given built-in, for example `wx-form`. */
export function enclosing(node: TreeNode, name: string): TreeNode | undefined {
  for (let up = node.getComposedParent(); up !== null; up = up.getComposedParent()) {
    if (up.is === name) return up;
  }
  return undefined;
}
