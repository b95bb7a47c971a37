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
  /** Of neither desk anybody is left who may make this check. */
  | 'nobody-left'
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
 * Who may make the check for which an item waits: those of its desk who have not written on it, the
 * second not who made the first; where there is none of them, those of the other desk. Empty: nobody.
 * @param editors at least everybody who holds an office of either desk now
 * docs/rules.md#R-222
 */
export function checkersAmong<E extends Editor>(
  item: ItemStanding,
  editors: readonly E[],
): readonly E[] {
  const { state, writerIds, branchCheckerId } = item;
  if (state !== 'branch-check' && state !== 'committee-check') return [];
  const free = editors.filter(
    ({ memberId }) =>
      !writerIds.includes(memberId) && (state === 'branch-check' || memberId !== branchCheckerId),
  );
  const ofBranch = free.filter((editor) => mayCheckInBranch(editor, item));
  const ofCommittee = free.filter((editor) => mayCheckInCommittee(editor, item));
  const [own, other] = state === 'branch-check' ? [ofBranch, ofCommittee] : [ofCommittee, ofBranch];
  return own.length > 0 ? own : other;
}

/**
 * Whether deciding has to know who else holds an office: this person may check it only in the place of
 * somebody, or not at all.
 */
export function needsEditors(item: ItemStanding, by: Editor): boolean {
  const waits = item.state === 'branch-check' || item.state === 'committee-check';
  const decision = decideOnItem(item, 'pass', by);
  if (!waits || decision.kind === 'done' || !isOfDesk(by, item)) return false;
  return WITHOUT_OTHERS.some((reason) => reason === decision.reason);
}
const WITHOUT_OTHERS: readonly ItemRefusal[] = ['not-your-desk', 'own-item', 'checked-by-you'];

/**
 * What becomes of an item by somebody's deed, by the offices that they hold now. Two people check it,
 * neither of whom has written on it.
 * @param editors as of checkersAmong; without them nobody stands in for anybody
 * docs/rules.md#R-222
 */
export function decideOnItem(
  item: ItemStanding,
  deed: ItemDeed,
  by: Editor,
  editors: readonly Editor[] = [],
): ItemDecision {
  switch (deed) {
    case 'write':
      if (!mayWrite(by, item)) return refused('not-your-desk');
      return item.state === 'draft' ? done('draft') : refused('not-at-this-step');
    case 'pass':
    case 'return':
      return decideOnCheck(item, deed, by, editors);
    case 'withdraw':
      if (!isOfDesk(by, item)) return refused('not-your-desk');
      return item.state === 'withdrawn' ? refused('not-at-this-step') : done('withdrawn');
  }
}

function decideOnCheck(
  item: ItemStanding,
  deed: 'pass' | 'return',
  by: Editor,
  editors: readonly Editor[],
): ItemDecision {
  const { state } = item;
  if (state !== 'branch-check' && state !== 'committee-check' && state !== 'ready') {
    return refused('not-at-this-step');
  }
  const isInBranch = state === 'branch-check';
  const mayCheck = isInBranch ? mayCheckInBranch(by, item) : mayCheckInCommittee(by, item);
  const checkers = checkersAmong(item, editors);
  const standsIn = checkers.some(({ memberId }) => memberId === by.memberId);
  const isLost = editors.length > 0 && checkers.length === 0 && state !== 'ready';
  // Back to its draft it still goes: from there others may be found.
  if (deed === 'pass' && isLost && isOfDesk(by, item)) return refused('nobody-left');
  if (!mayCheck && !standsIn) return refused('not-your-desk');
  if (item.writerIds.includes(by.memberId)) return refused('own-item');
  if (deed === 'return') return done('draft');
  if (state === 'ready') return refused('not-at-this-step');
  if (!isInBranch && item.branchCheckerId === by.memberId) return refused('checked-by-you');
  // What WeChat was not sure of, these two people look at.
  const check = worstCheck(item.checks.filter((each) => each !== 'to-look-at'));
  if (check !== 'pass') return refused('not-checked');
  return done(isInBranch ? 'committee-check' : 'ready');
}
