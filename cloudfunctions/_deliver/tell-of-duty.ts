import { GAP_DAYS, type CellState } from '../../domain/content/channel/calendar';
import { DESKS } from '../../domain/content/channel/desks';
import { dutyEndsAtMs } from '../../domain/content/channel/duty-hours';
import type { ContentChannel } from '../../domain/content/channel/item';
import type { NoticeKind } from '../../domain/notice/kind-names';
import { addDays, dayOfInstant, type LocalDay } from '../../domain/time/local-day';
import { stateOfDay } from '../_store/content/day-state';
import { duties, type DutyDocument, type DutyStep } from '../_store/content/duties';
import { items } from '../_store/content/items';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import { members } from '../_store/people/members';
import { channelNoticeText } from './channel-notices.text';
import { deliver } from './deliver';
import { systemNotice } from './system-notice';

/**
 * Tells who is on duty, and nobody else, that their day is empty; once, however often it is called. Where
 * it is not, is over, or another is on duty, it is taken back. docs/rules.md#R-297
 */
export async function seeToGap(duty: DutyDocument, state: CellState, nowMs: number): Promise<void> {
  const { _id, channel, day, memberId, gapTold, gapTurns } = duty;
  const isAsked = state === 'gap' && nowMs < dutyEndsAtMs(channel, day);
  const toAsk = isAsked ? memberId : null;
  if (toAsk === (gapTold?.memberId ?? null)) return;
  if (gapTold !== null) await deliveries.cancelEach([gapTold.messageId], nowMs);
  const messageId = derivedId('issue-gap', _id, gapTurns);
  if (toAsk !== null) {
    const untilAtMs = dutyEndsAtMs(channel, day);
    const words = {
      title: channelNoticeText.gap(channel, day),
      body: channelNoticeText.gapBody(untilAtMs),
    };
    const by = { memberId: null, name: channelNoticeText.clock };
    await tell('issue-gap', duty, toAsk, words, by, { messageId, nowMs });
  }
  await duties.noteGap(duty, toAsk === null ? null : { memberId: toAsk, messageId });
}

/** As seeToGap, of a day for which somebody has done something; two requests where it may be a gap. */
export async function seeToDay(
  channel: ContentChannel,
  day: LocalDay,
  nowMs: number,
): Promise<void> {
  const today = dayOfInstant(nowMs);
  if (!DESKS[channel].isDaily || day < today || addDays(today, GAP_DAYS) <= day) return;
  const [duty, found] = await Promise.all([
    duties.byId(channel, day),
    items.around(day, addDays(day, 1)),
  ]);
  if (duty !== null) await seeToGap(duty, stateOfDay(channel, day, found, today), nowMs);
}

const givenId = ({ _id }: DutyDocument, deedId: string) => derivedId('duty-given', _id, deedId);

/** Whoever was given it before is told no more that they have it. docs/rules.md#R-296 */
export async function takeBackGiven(
  duty: DutyDocument,
  nowMs: number,
  exceptDeedId?: string,
): Promise<void> {
  const past = duty.steps.filter(
    ({ by, deedId }) => by.memberId !== null && deedId !== exceptDeedId,
  );
  if (past.length === 0) return;
  await deliveries.cancelEach(
    past.map(({ deedId }) => givenId(duty, deedId)),
    nowMs,
  );
}

/** Tells who is on duty now because of somebody else, and no more who was before; once. docs/rules.md#R-296 */
export async function tellOfDuty(
  duty: DutyDocument,
  { deedId, by, to }: DutyStep,
  nowMs: number,
): Promise<void> {
  await takeBackGiven(duty, nowMs, deedId);
  if (to === null || to.memberId === by.memberId) return;
  const { channel, day } = duty;
  const words = {
    title: channelNoticeText.dutyGiven(channel, day),
    body: channelNoticeText.dutyGivenBody(by.name),
  };
  const messageId = givenId(duty, deedId);
  await tell('duty-given', duty, to.memberId, words, by, { messageId, nowMs });
}

async function tell(
  kind: NoticeKind,
  { channel, day }: DutyDocument,
  memberId: string,
  { title, body }: { readonly title: string; readonly body: string },
  by: DutyStep['by'],
  { messageId, nowMs }: { readonly messageId: string; readonly nowMs: number },
): Promise<void> {
  const [person] = await members.byIds([memberId]);
  if (person === undefined || person.leftDay !== null) return;
  const content = systemNotice(kind, by, {
    messageId,
    branchId: person.branchId,
    title,
    body,
    page: `packages/channel-office/duty/duty?channel=${channel}&day=${day}`,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs: dutyEndsAtMs(channel, day),
    lastRequestId: messageId,
  });
  await deliver(content, [person], nowMs);
}
