import type { checkItem as action } from '../../../contract/content/channel-editing';
import { decideOnItem, type ItemRefusal } from '../../../domain/content/channel/decide-on-item';
import type { Editor } from '../../../domain/content/channel/desks';
import type { Handler } from '../../_kit/serve';
import { channelNoticeText } from '../../_deliver/channel-notices.text';
import { takeBackWaiting, tellCheckers, tellWriters } from '../../_deliver/tell-of-item';
import { editorsFor } from '../../_store/content/desk-editors';
import { withStep, type ItemDocument } from '../../_store/content/item-document';
import { items } from '../../_store/content/items';
import { lookedAt } from '../../_store/picture/checked-pictures';
import { standingOf } from '../../_store/content/item-standing';
import { doneBefore } from './standing';

type Refused = ItemRefusal | 'done' | 'written-before' | 'changed-meanwhile';

const PASSED = ['passed-branch', 'passed-committee'] as const;
const RETURNED = ['returned'] as const;

/**
 * By the offices that the caller holds now: one conditional write, then the messages that follow from it;
 * repeated, what is missing of them. docs/rules.md#R-222
 */
export const checkItem: Handler<typeof action> = async (input, ctx) => {
  const { itemId, revision, deedId, returnBecause } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const by = { memberId, name };
  const kinds = returnBecause === null ? PASSED : RETURNED;
  const decide = (editors: readonly Editor[]) =>
    items.change<Refused>({ _id: itemId }, (item) => {
      const done = doneBefore(item, deedId, kinds, returnBecause);
      if (done !== undefined) return done;
      if (item.edition !== revision) return 'changed-meanwhile';
      const deed = returnBecause === null ? 'pass' : 'return';
      const decision = decideOnItem(standingOf(item), deed, ctx.caller, editors);
      if (decision.kind === 'refused') return decision.reason;
      const isInBranch = item.state === 'branch-check';
      const kind =
        deed === 'return' ? 'returned' : isInBranch ? 'passed-branch' : 'passed-committee';
      return {
        state: decision.state,
        sinceAtMs: nowMs,
        edition: item.edition + 1,
        steps: withStep(item, { deedId, kind, by, atMs: nowMs, text: returnBecause }),
        ...(deed === 'return' && { branchCheckerId: null, issueDay: null }),
        ...(kind === 'passed-branch' && { branchCheckerId: memberId }),
        ...(kind === 'passed-committee' && seenByBoth(item)),
      };
    });
  const first = await decide([]);
  // Whoever may only stand in for somebody, by who else there is.
  const editors = first.kind === 'refused' ? await editorsFor([first.item], ctx.caller) : [];
  const verdict = editors.length === 0 ? first : await decide(editors);
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  const call = { by, requestId: ctx.requestId, nowMs };
  const { item } = verdict;
  await takeBackWaiting(item, nowMs);
  if (returnBecause === null) await tellCheckers(item, call);
  else {
    const words = {
      title: channelNoticeText.returned(item.title),
      body: channelNoticeText.returnedBody(returnBecause),
    };
    await tellWriters(item, { deedId, kind: 'returned' }, words, call);
  }
  return ctx.answer({});
};

/** What WeChat was not sure of, two people have looked at. */
function seenByBoth(item: ItemDocument) {
  return { ...lookedAt(item), textCheck: 'pass' as const };
}
