import type { peopleToTalkTo as action } from '../../../contract/branch/dashboard';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Handler } from '../../_kit/serve';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { placesIn, placesReadings } from '../../_store/branch/places';
import { streaksIn, streaksReading } from '../../_store/branch/streaks';
import { unreachedIn, unreachedReading } from '../../_store/branch/unreached';
import { readTogether } from '../../_store/together';
import { MOST_ROWS, positionIn } from './pages-of-rows';

/** Studies further back say nothing of how somebody is now. docs/rules.md#R-123 */
const MONTHS_BACK = 2;

/** Three requests: who asks, the studies of three months, and whom they and this month's notices missed. */
export const peopleToTalkTo: Handler<typeof action> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const branchId = input.branchId ?? ctx.caller.branchId;
  const from = positionIn(input.cursor);
  if (from === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const month = monthOf(dayOfInstant(nowMs));
  const found = await readTogether(branchId, {
    ...placesReadings(branchId),
    studies: studiesReading(branchId, monthsUpTo(month)),
  });
  if (found === null) return ctx.fail('not-found');
  const places = placesIn(found);
  const read = await readTogether(branchId, {
    streaks: streaksReading(branchId, monthStudiesIn(found.studies)),
    unreached: unreachedReading(branchId, monthInterval(month).startAtMs, nowMs),
  });
  const streaks = streaksIn(read?.streaks ?? []);
  const unreached = unreachedIn(read?.unreached ?? [], nowMs);
  const both = new Map([...unreached, ...streaks].map((person) => [person.memberId, person]));
  const people = [...both.values()].sort((a, b) => places.byCrewAndName(a, b));
  const end = from + MOST_ROWS;
  return ctx.answer({
    nowMs,
    total: people.length,
    people: people.slice(from, end).map(({ memberId, name, crewId }) => {
      const missed = unreached.find((person) => person.memberId === memberId);
      return {
        memberId,
        name,
        crewName: places.crewName(crewId),
        streak: streaks.find((person) => person.memberId === memberId)?.streak ?? null,
        unreached:
          missed === undefined ? null : { notices: missed.notices, because: missed.because },
      };
    }),
    nextCursor: end < people.length ? String(end) : null,
  });
};

function monthsUpTo(month: string) {
  let first = month;
  for (let back = 0; back < MONTHS_BACK; back += 1) first = monthBeside(first, -1);
  return { startAtMs: monthInterval(first).startAtMs, endAtMs: monthInterval(month).endAtMs };
}
