import type { myStudies as action } from '../../../contract/study/mine';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import { monthInterval } from '../../../domain/time/month-interval';
import { askedOf, byNextSitting, openFor, toMyStudy, withMore } from './my-study';
import { rotasOnHotPath } from '../rotas';

export const myStudies: Handler<typeof action> = async ({ month }, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const of = month === undefined ? null : monthInterval(month);
  const [rotas, asked] = await Promise.all([
    rotasOnHotPath([member]),
    of === null
      ? openFor(member, nowMs, ctx.readsLeniently)
      : askedOf(member._id, of.startAtMs, Math.min(of.endAtMs, nowMs + 1)),
  ]);
  const schedule = rotas.scheduleOf(member);
  const ordered = of === null ? [...asked].sort(byNextSitting(nowMs)) : asked;
  return ctx.answer({
    nowMs,
    studies: ordered.map((one) => {
      const mine = toMyStudy(one, schedule, nowMs, ctx);
      return ctx.readsLeniently ? withMore(mine, one, nowMs) : mine;
    }),
  });
};
