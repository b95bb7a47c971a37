import type { ContentChannel } from '../../domain/content/channel/item';
import { MS_PER_DAY, type LocalDay } from '../../domain/time/local-day';
import type { ItemDocument } from '../_store/content/item-document';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { branches } from '../_store/people/branches';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { readRotas } from '../_store/people/organisation';
import { channelNoticeText } from './channel-notices.text';
import { planBeside, startOfDay } from './plan-notice';
import { systemNotice } from './system-notice';
import { planBeforeShift } from './tell-before-shift';

/** An issue that was not looked at by then is not told any more; it stays in its channel. */
const NEWS_DAYS = 7;
/** What names them today, and what is written for them, is held in memory together. */
const MOST_AT_ONCE = 500;

const KIND = { party: 'party-issue', integrity: 'integrity-issue' } as const;
const CLOCK = { memberId: null, name: channelNoticeText.clock } as const;

export const issueMessageId = (channel: ContentChannel, day: LocalDay, branchId: string) =>
  derivedId('issue', channel, day, branchId);

/**
 * Tells everybody of every branch of an issue that is out, in their own time: one entry a person, however
 * often it is called; and the leaders of groups of what they are to tell. Branches are told together, two
 * requests for as many as have MOST_AT_ONCE people. docs/rules.md#R-224, docs/rules.md#R-227
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
  const contentFor = (branchId: string) => {
    const messageId = issueMessageId(channel, day, branchId);
    return systemNotice(KIND[channel], CLOCK, {
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
  };
  for (const together of withinSize(branchesOf(await members.everybody()))) {
    const ids = together.flat().map(({ _id }) => _id);
    const known = await deliveries.naming(ids, startOfDay(nowMs));
    const isKnown = new Set(known.map(({ _id }) => _id));
    const documents = together.flatMap((people) => {
      const content = contentFor(people[0].branchId);
      const issue = planBeside(known, content, people, rotas, nowMs).documents;
      if (told === undefined) return issue;
      // A run that was cut off may have written some.
      const beside = [...known, ...issue.filter(({ _id }) => !isKnown.has(_id))];
      const leaders = planBeforeShift(content, told, channel, day, {
        people,
        rotas,
        nowMs,
        beside,
      });
      return [...issue, ...leaders];
    });
    await deliveries.insertAllAbsent(documents);
  }
}

type Branch = readonly [Member, ...Member[]];

/** Those of each branch, in the order of their ids. */
function branchesOf(everybody: readonly Member[]): readonly Branch[] {
  const found = new Map<string, [Member, ...Member[]]>();
  for (const member of everybody) {
    const branch = found.get(member.branchId);
    if (branch === undefined) found.set(member.branchId, [member]);
    else branch.push(member);
  }
  return [...found.values()];
}

/** Whole branches side by side, as many as together have MOST_AT_ONCE people, and one at least. */
function withinSize(all: readonly Branch[]): readonly (readonly Branch[])[] {
  const parts: { branches: Branch[]; people: number }[] = [];
  for (const branch of all) {
    const last = parts.at(-1);
    if (last !== undefined && last.people + branch.length <= MOST_AT_ONCE) {
      last.branches.push(branch);
      last.people += branch.length;
    } else parts.push({ branches: [branch], people: branch.length });
  }
  return parts.map(({ branches: side }) => side);
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
