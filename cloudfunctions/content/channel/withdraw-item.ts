import type { withdrawItem as action } from '../../../contract/content/channel-editing';
import { decideOnItem } from '../../../domain/content/channel/decide-on-item';
import type { Handler } from '../../_kit/serve';
import { channelNoticeText } from '../../_deliver/channel-notices.text';
import { takeBackItem } from '../../_deliver/take-back-item';
import { tellWriters } from '../../_deliver/tell-of-item';
import { withStep } from '../../_store/content/item-document';
import { items } from '../../_store/content/items';
import { standingOf } from '../../_store/content/item-standing';
import { doneBefore } from './standing';

type Refused =
  | 'done'
  | 'written-before'
  | 'changed-meanwhile'
  | 'not-your-desk'
  | 'not-at-this-step';

/**
 * At once; what is out leaves its issue's reason behind, and an issue of which nothing is left stands in
 * no inbox any more. docs/rules.md#R-224
 */
export const withdrawItem: Handler<typeof action> = async (input, ctx) => {
  const { itemId, revision, deedId, reason } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const by = { memberId, name };
  const verdict = await items.change<Refused>({ _id: itemId }, (item) => {
    const done = doneBefore(item, deedId, ['withdrawn'], reason);
    if (done !== undefined) return done;
    if (item.edition !== revision) return 'changed-meanwhile';
    const decision = decideOnItem(standingOf(item), 'withdraw', ctx.caller);
    if (decision.kind === 'refused') {
      return decision.reason === 'not-your-desk' ? 'not-your-desk' : 'not-at-this-step';
    }
    return {
      state: decision.state,
      sinceAtMs: nowMs,
      edition: item.edition + 1,
      withdrawn: { reason, name, atMs: nowMs },
      steps: withStep(item, { deedId, kind: 'withdrawn', by, atMs: nowMs, text: reason }),
      ...(item.state !== 'published' && { issueDay: null }),
    };
  });
  if (verdict.kind === 'missing') return ctx.fail('not-found');
  if (verdict.kind === 'refused' && verdict.code !== 'done') return ctx.fail(verdict.code);
  const { item } = verdict;
  await takeBackItem(item, nowMs);
  const words = {
    title: channelNoticeText.withdrawn(item.title),
    body: channelNoticeText.withdrawnBody(reason),
  };
  const call = { by, requestId: ctx.requestId, nowMs };
  await tellWriters(item, { deedId, kind: 'withdrawn' }, words, call);
  return ctx.answer({});
};
