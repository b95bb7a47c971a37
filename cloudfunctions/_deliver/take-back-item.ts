import type { ContentChannel } from '../../domain/content/channel/item';
import type { LocalDay } from '../../domain/time/local-day';
import type { ItemDocument } from '../_store/content/item-document';
import { itemComments } from '../_store/content/item-comments';
import { items } from '../_store/content/items';
import { takeBackFromLeaders } from './tell-before-shift';
import { takeBackWaiting } from './tell-of-item';
import { issueMessageId, takeBackIssue } from './tell-of-issue';

/**
 * After an item was withdrawn or brought back to its writers, by whomever: nobody is asked to check it,
 * and what was out is told no more, nor what was said below it; it can be repeated. docs/rules.md#R-224
 */
export async function takeBackItem(item: ItemDocument, nowMs: number): Promise<void> {
  await takeBackWaiting(item, nowMs);
  const { channel, issueDay, state } = item;
  if (state !== 'withdrawn' || issueDay === null) return;
  await itemComments.goWithItem(item._id);
  await takeBackFromIssue(channel, issueDay, await items.ofIssue(channel, issueDay), nowMs);
}

/**
 * Takes back what holds no more of the messages of an issue that came out, of which these are the items:
 * leaders are not asked to tell what is withdrawn, and where nothing is left it stands in no inbox.
 * docs/rules.md#R-224, docs/rules.md#R-227
 */
export async function takeBackFromIssue(
  channel: ContentChannel,
  day: LocalDay,
  ofIssue: readonly Pick<ItemDocument, 'state' | 'forShift'>[],
  nowMs: number,
): Promise<void> {
  const withdrawn = ofIssue.filter(({ state }) => state === 'withdrawn');
  if (withdrawn.some(({ forShift }) => forShift === true)) {
    await takeBackFromLeaders((branchId) => issueMessageId(channel, day, branchId), nowMs);
  }
  const isAnyLeft = ofIssue.some(({ state }) => state === 'published');
  if (withdrawn.length > 0 && !isAnyLeft) await takeBackIssue(channel, day, nowMs);
}
