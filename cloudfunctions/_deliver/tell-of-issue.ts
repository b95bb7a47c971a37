import type { ContentChannel } from '../../domain/content/channel/item';
import { MS_PER_DAY, type LocalDay } from '../../domain/time/local-day';
import type { ItemDocument } from '../_store/content/item-document';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { branches } from '../_store/people/branches';
import { members } from '../_store/people/members';
import { readRotas } from '../_store/people/organisation';
import { channelNoticeText } from './channel-notices.text';
import { deliver } from './deliver';
import { systemNotice } from './system-notice';
import { tellBeforeShift } from './tell-before-shift';

/** An issue that was not looked at by then is not told any more; it stays in its channel. */
const NEWS_DAYS = 7;

const KIND = { party: 'party-issue', integrity: 'integrity-issue' } as const;
const CLOCK = { memberId: null, name: channelNoticeText.clock } as const;

export const issueMessageId = (channel: ContentChannel, day: LocalDay, branchId: string) =>
  derivedId('issue', channel, day, branchId);

/**
 * Tells everybody of every branch of an issue that is out, in their own time: one entry a person, however
 * often it is called; and the leaders of groups of what they are to tell. docs/rules.md#R-224, docs/rules.md#R-227
 */
export async function tellOfIssue(
  channel: ContentChannel,
  day: LocalDay,
  items: readonly Pick<ItemDocument, 'title' | 'minutes' | 'forShift'>[],
  nowMs: number,
): Promise<void> {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0);
  const told = items.find(({ forShift }) => forShift === true);
  const rotas = await readRotas();
  for (const { _id: branchId } of await branches.all()) {
    const messageId = issueMessageId(channel, day, branchId);
    const content = systemNotice(KIND[channel], CLOCK, {
      messageId,
      branchId,
      title: channelNoticeText.issue(channel, day),
      body: channelNoticeText.issueBody(items.length, minutes),
      page: `packages/channel/issues/issues?channel=${channel}&day=${day}`,
      about: null,
      notBeforeAtMs: null,
      deadlineAtMs: nowMs + NEWS_DAYS * MS_PER_DAY,
      lastRequestId: messageId,
    });
    const people = await members.ofBranch(branchId);
    await deliver(content, people, nowMs, rotas);
    if (told !== undefined) {
      await tellBeforeShift(content, told, channel, day, { people, rotas, nowMs });
    }
  }
}

/** Nothing of it is left to read: it stands in no inbox any more. */
export async function takeBackIssue(
  channel: ContentChannel,
  day: LocalDay,
  nowMs: number,
): Promise<void> {
  const all = await branches.all();
  await deliveries.cancelEach(
    all.map(({ _id }) => issueMessageId(channel, day, _id)),
    nowMs,
  );
}
