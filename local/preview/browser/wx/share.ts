import type { TreeNode } from '../box-of';
import { tellDesk } from '../desk-link';
import { guarded } from '../errors';
import { topPage } from '../page-stack';

/** Asks the page for its share card and hands it to the page around the phone. */
export function shareTopPage(from: 'button' | 'menu', target?: TreeNode): void {
  const top = topPage();
  const make = top?.page['onShareAppMessage'];
  if (top === undefined || typeof make !== 'function') return;
  const given = guarded(
    'onShareAppMessage',
    () => make.call(top.page, { from, target, webViewUrl: undefined }) as unknown,
  );
  const card = { title: top.path, path: top.path, ...(given as object | undefined) };
  tellDesk('share', card);
}
