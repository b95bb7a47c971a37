import type { TreeNode } from '../box-of';
import { reportError } from '../errors';
import { shareTopPage } from './share';

type Fire = (event: string, detail: object) => void;

/** What `open-type` of a button does. A kind that the preview cannot show is an error, not silence. */
export function askForButton(
  openType: string,
  attributes: Record<string, unknown>,
  node: TreeNode,
  fire: Fire,
): void {
  switch (openType) {
    case 'share':
      shareTopPage('button', node);
      return;
    default:
      reportError(new Error(`button open-type="${openType}" is not supported by the preview`));
  }
}
