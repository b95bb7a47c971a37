import type { DeskLine } from '../../../contract/content/channel-shapes';
import { decideOnItem } from '../../../domain/content/channel/decide-on-item';
import type { Editor } from '../../../domain/content/channel/desks';
import type { Caller } from '../../_kit/context';
import type { ItemDocument } from '../../_store/content/item-document';
import type { Organisation } from '../../_store/people/organisation';
import { standingOf } from '../../_store/content/item-standing';

/**
 * One line for editors, as this one sees it.
 * @param editors as `editorsFor` gives them
 */
export function toDeskLine(
  item: ItemDocument,
  caller: Caller,
  { branchName }: Pick<Organisation, 'branchName'>,
  editors: readonly Editor[],
): DeskLine {
  const { _id: itemId, channel, branchId, state, title, forDay, issueDay, sinceAtMs } = item;
  const last = item.steps
    .filter(({ kind }) => kind === 'returned' || kind === 'picture-refused')
    .at(-1);
  return {
    itemId,
    channel,
    state,
    title,
    authorName: item.writers[0]?.name ?? '',
    branchName: branchName(branchId),
    forDay,
    issueDay,
    hasPicture: item.pictures.length > 0,
    sinceAtMs,
    returnedBecause: state === 'draft' ? (last?.text ?? null) : null,
    isForShift: item.forShift === true && item.issueDay !== null,
    waitsForMe: decideOnItem(standingOf(item), 'pass', caller, editors).kind === 'done',
  };
}
