import type { myStudies as action, today as todayAction } from '../../../contract/study/mine';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { findMemberOnHotPath } from '../../_store/people/callers';
import { deliveries } from '../../_store/delivery/deliveries';
import { isToAcknowledge, unreadEntries } from '../../_deliver/inbox-entry';
import { crewIdOn } from '../../_store/people/members';
import { monthInterval } from './month-interval';
import { askedOf, byNextSitting, openFor, toMyStudy } from './my-study';
import { quietAt } from '../../_store/roster/quiet-at';
import { shiftsOfDays } from '../person-days';
import { rotasOnHotPath } from '../rotas';

const DAYS_SHOWN = 14;
const MOST_UNREAD = 50;

export const today: Handler<typeof todayAction> = async (_input, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await findMemberOnHotPath(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const { _id, inboxSeenAtMs } = member;
  const [rotas, asked, unseen] = await Promise.all([
    rotasOnHotPath(),
    openFor(_id, nowMs),
    deliveries.unreadOf(_id, inboxSeenAtMs, MOST_UNREAD),
  ]);
  const schedule = rotas.scheduleOf(member);
  const day = dayOfInstant(nowMs);
  return ctx.answer({
    nowMs,
    crewName: rotas.crewName(crewIdOn(member, day)),
    days: shiftsOfDays(schedule, day, DAYS_SHOWN),
    quiet: quietAt(schedule, nowMs),
    unread: unreadEntries(unseen, _id, inboxSeenAtMs, nowMs).map((entry) => ({
      messageId: entry.document.messageId,
      atMs: entry.atMs,
      isToAcknowledge: isToAcknowledge(entry),
    })),
    studies: [...asked].sort(byNextSitting(nowMs)).map((one) => toMyStudy(one, schedule, nowMs)),
  });
};

export const myStudies: Handler<typeof action> = async ({ month }, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await findMemberOnHotPath(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const of = month === undefined ? null : monthInterval(month);
  const [rotas, asked] = await Promise.all([
    rotasOnHotPath(),
    of === null
      ? openFor(member._id, nowMs)
      : askedOf(member._id, of.startAtMs, Math.min(of.endAtMs, nowMs + 1)),
  ]);
  const schedule = rotas.scheduleOf(member);
  const ordered = of === null ? [...asked].sort(byNextSitting(nowMs)) : asked;
  return ctx.answer({
    nowMs,
    studies: ordered.map((one) => toMyStudy(one, schedule, nowMs)),
  });
};
