import type { contestWindow as action } from '../../../contract/content/contest-writing';
import { isWindow } from '../../../domain/content/contest/contest';
import { fairWindow } from '../../../domain/content/contest/fair-window';
import type { Interval } from '../../../domain/time/interval';
import type { Handler } from '../../_kit/serve';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import { scheduleOfCrew } from '../../_store/star/poll-hours';
import { crewsInWindow, crewsOn, isSameForAll } from './crews-in-window';

/** Two requests at once. docs/rules.md#R-252 */
export const contestWindow: Handler<typeof action> = async ({ branchId, ask }, ctx) => {
  const nowMs = ctx.nowMs();
  if (ask.kind === 'weigh' && !isWindow(ask, nowMs)) return ctx.fail('bad-window');
  const [people, rotas] = await Promise.all([
    members.ofBranch(branchId ?? ctx.caller.branchId),
    readRotas(),
  ]);
  const answer = ({ startAtMs, endAtMs }: Interval, equal: Interval | null) => {
    const crews = crewsInWindow(people, rotas, { startAtMs, endAtMs });
    const isEqual = isSameForAll(crews);
    return ctx.answer({ nowMs, startAtMs, endAtMs, crews, isEqual, equal });
  };
  if (ask.kind === 'weigh') return answer(ask, null);
  const compared = crewsOn(people, rotas, ask.fromDay).flatMap(({ crewId }) =>
    crewId === null ? [] : [scheduleOfCrew(crewId, rotas)],
  );
  const { found, equal } = fairWindow(compared, ask, nowMs);
  if (found === undefined) return ctx.fail('no-such-time');
  const other = equal && { startAtMs: equal.startAtMs, endAtMs: equal.endAtMs };
  return answer(found, other ?? null);
};
