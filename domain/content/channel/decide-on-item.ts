import { worstCheck, type CheckState } from '../../words/check-state';
import { isOfDesk, mayCheckInBranch, mayCheckInCommittee, mayWrite, type Editor } from './desks';
import type { ContentChannel, ItemState } from './item';

/** What deciding needs to know of an item. */
export interface ItemStanding {
  readonly channel: ContentChannel;
  readonly branchId: string;
  readonly state: ItemState;
  readonly writerIds: readonly string[];
  /** Who has passed it in the branch, in this round. */
  readonly branchCheckerId: string | null;
  /** Of its words and its pictures. */
  readonly checks: readonly CheckState[];
}

export type ItemDeed = 'write' | 'pass' | 'return' | 'withdraw';

export type ItemRefusal =
  /** Another office does this, or another branch. */
  | 'not-your-desk'
  /** Who has written on it checks it not. */
  | 'own-item'
  /** The second check is another person's. */
  | 'checked-by-you'
  /** It is at another step by now. */
  | 'not-at-this-step'
  /** WeChat has not said yet what it thinks of a picture, or refuses one. */
  | 'not-checked';

export type ItemDecision =
  | { readonly kind: 'done'; readonly state: ItemState }
  | { readonly kind: 'refused'; readonly reason: ItemRefusal };

const done = (state: ItemState): ItemDecision => ({ kind: 'done', state });
const refused = (reason: ItemRefusal): ItemDecision => ({ kind: 'refused', reason });

/**
 * What becomes of an item by somebody's deed, by the offices that they hold now. Two people check it,
 * neither of whom has written on it. docs/rules.md#R-222
 */
export function decideOnItem(item: ItemStanding, deed: ItemDeed, by: Editor): ItemDecision {
  switch (deed) {
    case 'write':
      if (!mayWrite(by, item)) return refused('not-your-desk');
      return item.state === 'draft' ? done('draft') : refused('not-at-this-step');
    case 'pass':
    case 'return':
      return decideOnCheck(item, deed, by);
    case 'withdraw':
      if (!isOfDesk(by, item)) return refused('not-your-desk');
      return item.state === 'withdrawn' ? refused('not-at-this-step') : done('withdrawn');
  }
}

function decideOnCheck(item: ItemStanding, deed: 'pass' | 'return', by: Editor): ItemDecision {
  const { state } = item;
  if (state !== 'branch-check' && state !== 'committee-check' && state !== 'ready') {
    return refused('not-at-this-step');
  }
  const isInBranch = state === 'branch-check';
  const mayCheck = isInBranch ? mayCheckInBranch(by, item) : mayCheckInCommittee(by, item);
  if (!mayCheck) return refused('not-your-desk');
  if (item.writerIds.includes(by.memberId)) return refused('own-item');
  if (deed === 'return') return done('draft');
  if (state === 'ready') return refused('not-at-this-step');
  if (!isInBranch && item.branchCheckerId === by.memberId) return refused('checked-by-you');
  // What WeChat was not sure of, these two people look at.
  const check = worstCheck(item.checks.filter((each) => each !== 'to-look-at'));
  if (check !== 'pass') return refused('not-checked');
  return done(isInBranch ? 'committee-check' : 'ready');
}
