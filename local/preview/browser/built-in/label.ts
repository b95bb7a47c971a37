import { textOf } from '../attribute-values';
import { descendantsOf, type TreeNode } from '../box-of';
import { topPage } from '../page-stack';
import { defineBuiltIn, partOf } from './define';

const LABELLED = new Set([
  ...['wx-checkbox', 'wx-radio', 'wx-switch', 'wx-button', 'wx-input', 'wx-textarea'],
]);

export function defineLabel(): void {
  defineBuiltIn('label', {
    attributes: { for: '' },
    create: ({ node, attributes }) => ({
      onTap: (event) => {
        const touched = (event.getOriginalEvent?.() as Event | undefined)?.target;
        const target = labelled(node, textOf(attributes['for']));
        if (target === undefined || isInside(touched, target)) return;
        partOf(target)?.activate?.();
      },
    }),
  });
}

/** The control that a label means: by id on the page, else the first one inside. */
function labelled(label: TreeNode, id: string): TreeNode | undefined {
  const root = id === '' ? label : topPage()?.page._$;
  if (root === undefined) return undefined;
  for (const node of descendantsOf(root, 'composed')) {
    if (id === '' ? LABELLED.has(node.is ?? '') : node.id === id) return node;
  }
  return undefined;
}

function isInside(touched: EventTarget | null | undefined, target: TreeNode): boolean {
  return touched instanceof Node && target.$$ instanceof Node && target.$$.contains(touched);
}
