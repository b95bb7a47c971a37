import { SHORT_LIST, type peopleToTalkTo as action } from '../../../contract/branch/dashboard';
import type { Streak } from '../../../domain/branch/needs-a-word';
import { dayOfInstant, monthBeside, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Handler } from '../../_kit/serve';
import { monthStudiesIn, studiesReading } from '../../_store/branch/month-studies';
import { placesIn, placesReadings } from '../../_store/branch/places';
import { streaksIn, streaksReading } from '../../_store/branch/streaks';
import { unreachedIn, unreachedReading } from '../../_store/branch/unreached';
import { noteLooks } from '../../_store/people/trail';
import { readTogether } from '../../_store/together';
import { MOST_ROWS, positionIn } from './pages-of-rows';

/** Studies further back say nothing of how somebody is now. docs/rules.md#R-123 */
const MONTHS_BACK = 2;

/** In the order in which they are shown. docs/rules.md#R-123 */
const REASONS = ['absent', 'kept', 'unreached'] as const;
type Reason = (typeof REASONS)[number];

/** Who asks, the studies of three months, whom they and this month's notices missed, and the line of the trail. */
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
  const reasonOf = ({ memberId }: { readonly memberId: string }) =>
    firstReason(streaks.find((person) => person.memberId === memberId)?.streak);
  const people = [...both.values()].sort(
    (a, b) =>
      REASONS.indexOf(reasonOf(a)) - REASONS.indexOf(reasonOf(b)) || places.byCrewAndName(a, b),
  );
  const countOf = (reason: Reason) => people.filter((each) => reasonOf(each) === reason).length;
  const end = from + (input.isShort === true ? SHORT_LIST : MOST_ROWS);
  const page = people.slice(from, end);
  const about = { branchId, memberIds: page.map(({ memberId }) => memberId) };
  await noteLooks(ctx.caller, about, { kind: 'saw-word' }, nowMs);
  return ctx.answer({
    nowMs,
    total: people.length,
    counts: {
      absent: countOf('absent'),
      kept: countOf('kept'),
      unreached: countOf('unreached'),
    },
    people: page.map(({ memberId, name, crewId }) => {
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

function firstReason(streak: Streak | undefined): Reason {
  if (streak === undefined) return 'unreached';
  return streak.kind === 'absent' ? 'absent' : 'kept';
}

function monthsUpTo(month: string) {
  let first = month;
  for (let back = 0; back < MONTHS_BACK; back += 1) first = monthBeside(first, -1);
  return { startAtMs: monthInterval(first).startAtMs, endAtMs: monthInterval(month).endAtMs };
}
