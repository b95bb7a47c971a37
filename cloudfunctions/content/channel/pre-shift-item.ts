import type { preShiftItem as action } from '../../../contract/content/pre-shift';
import { shiftToTell, worksFrom } from '../../../domain/content/channel/pre-shift';
import { rosterDayDuring } from '../../../domain/shift/shift-at';
import { issueMessageId } from '../../_deliver/tell-of-issue';
import { temporaryUrls } from '../../_kit/files';
import type { Handler } from '../../_kit/serve';
import type { ItemDocument } from '../../_store/content/item-document';
import { items } from '../../_store/content/items';
import { deliveries } from '../../_store/delivery/deliveries';
import { memberOfCaller } from '../../_store/people/callers';
import { members } from '../../_store/people/members';
import { organisationOnHotPath } from '../../_store/people/organisation';
import { toShiftOfDay } from '../../_store/roster/shift-of-day';

/** It is on the screen while it is told. */
const SHOWN_SECONDS = 60 * 60;

/** Of who is told only those who were to get the issue: who joined later is not asked about. docs/rules.md#R-228 */
export const preShiftItem: Handler<typeof action> = async ({ channel, day }, ctx) => {
  const nowMs = ctx.nowMs();
  const me = await memberOfCaller(ctx.openId);
  if (me === null) return ctx.fail('not-bound');
  const { branchId, groupId } = me;
  const messageId = issueMessageId(channel, day, branchId);
  const [ofIssue, documents, all] = await Promise.all([
    items.ofIssue(channel, day),
    deliveries.ofMessage(messageId),
    members.ofBranch(branchId),
  ]);
  const item = ofIssue.find(({ forShift }) => forShift === true);
  const wasOut = item !== undefined && (item.state === 'published' || item.withdrawn !== null);
  if (!wasOut || documents.length === 0) return ctx.fail('nothing-to-tell');
  const organisation = await organisationOnHotPath(all);
  const shift = shiftToTell(organisation.scheduleOf(me), nowMs);
  const told = new Map(documents.flatMap(({ acks }) => Object.entries(acks)));
  const asked = new Set(documents.flatMap(({ memberIds }) => memberIds));
  const there = all.filter(
    (member) =>
      asked.has(member._id) &&
      (shift === undefined
        ? member.groupId === groupId
        : worksFrom(organisation.scheduleOf(member), shift.startAtMs)),
  );
  return ctx.answer({
    nowMs,
    item: await toldItem(item),
    messageId,
    shift:
      shift === undefined
        ? null
        : toShiftOfDay(rosterDayDuring(organisation.scheduleOf(me), shift)),
    people: [...there]
      .sort((a, b) => (a._id < b._id ? -1 : 1))
      .map(({ _id, name }) => ({
        memberId: _id,
        name,
        isMe: _id === me._id,
        isTold: told.has(_id),
      })),
  });
};

/** What was withdrawn says why, and nothing else of itself. */
async function toldItem(item: ItemDocument) {
  const { _id: itemId, title, line, byline, minutes, link, source, withdrawn } = item;
  if (withdrawn !== null) {
    const nothing = { title: '', line: null, byline: null, pictureUrl: null, source: null };
    return { ...nothing, itemId, minutes, hasArticle: false, withdrawnBecause: withdrawn.reason };
  }
  const first = item.pictures.find(({ check }) => check === 'pass');
  const urls = await temporaryUrls(first === undefined ? [] : [first.fileId], SHOWN_SECONDS);
  return {
    itemId,
    title,
    line,
    byline,
    minutes,
    pictureUrl: urls.get(first?.fileId ?? '') ?? null,
    source,
    hasArticle: link !== null,
    withdrawnBecause: null,
  };
}
