import type { today as action } from '../../../contract/today';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import { rotasOnHotPath } from '../rotas';
import { noticesToday } from './notices-today';
import { rosterToday } from './roster-today';
import { studiesToday } from './studies-today';

export const today: Handler<typeof action> = async (_input, ctx) => {
  const nowMs = ctx.nowMs();
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const { readsLeniently, knowsAsleep } = ctx;
  const asker = { member, nowMs, readsLeniently, knowsAsleep, rotas: rotasOnHotPath([member]) };
  const [roster, notices, studies] = await Promise.all([
    rosterToday(asker),
    noticesToday(asker),
    studiesToday(asker),
  ]);
  return ctx.answer({ nowMs, ...roster, ...notices, ...studies });
};
