import { isHoliday } from '../shift/national-calendar';
import type { PersonSchedule } from '../shift/person-schedule';
import type { Interval } from '../time/interval';
import { addDays, type LocalDay } from '../time/local-day';
import { chanceOf, piecesAround } from './can-come';
import { endOfSitting, MOST_PLANNED_DAYS, type SittingWish } from './candidate-starts';
import { planSittings, type SittingPlan } from './plan-sittings';
import { doesVote, fullestSitting } from './quorum';
import { MAX_SITTINGS } from './sitting';
import type { StudyKind } from './study-kinds';

/** People with the same rota, nothing of their own that differs, and the same other sittings. */
export interface Invited {
  readonly schedule: PersonSchedule;
  readonly people: number;
  /** How many of them vote. docs/rules.md#R-95 */
  readonly entitled: number;
  /** Other sittings that they go to; absent: none. docs/rules.md#R-148 */
  readonly sits?: readonly Interval[];
}

export interface Proposal {
  readonly startsAtMs: readonly number[];
  /** As of a SittingPlan, among the days that were looked at; null: of a meeting that votes. */
  readonly isFewest: boolean | null;
  /** Holidays of the wish on which nothing is proposed. docs/rules.md#R-151 */
  readonly holidays: readonly LocalDay[];
}

/**
 * When a study of this kind is best held: of a meeting that votes once, when most of the entitled can
 * come, of any other as often as it takes for everybody. On holidays only where no other day serves:
 * of a meeting that votes where nobody can come on any other, of any other for those who cannot.
 * docs/rules.md#R-92, docs/rules.md#R-95, docs/rules.md#R-151
 */
export function sittingsFor(
  kind: StudyKind,
  invited: readonly Invited[],
  wish: SittingWish,
  nowMs: number,
): Proposal {
  const holidays = holidaysIn(wish);
  if (holidays.length === 0) return { ...proposed(kind, invited, wish, nowMs), holidays };
  const first = proposed(kind, invited, { ...wish, leftOut: holidays }, nowMs);
  const left = invited.filter((group) => !hasSitting(group, first.startsAtMs, wish));
  if (left.length === 0 || (doesVote(kind) && first.startsAtMs.length > 0)) {
    return { ...first, holidays };
  }
  const more = proposed(kind, left, wish, nowMs);
  if (more.startsAtMs.length === 0) return { ...first, holidays };
  const startsAtMs = [...first.startsAtMs, ...more.startsAtMs].slice(0, MAX_SITTINGS);
  return {
    startsAtMs: startsAtMs.sort((a, b) => a - b),
    isFewest:
      first.isFewest === null ? null : first.startsAtMs.length === 0 && more.isFewest === true,
    holidays: [],
  };
}

function proposed(
  kind: StudyKind,
  invited: readonly Invited[],
  wish: SittingWish,
  nowMs: number,
): SittingPlan | { readonly startsAtMs: readonly number[]; readonly isFewest: null } {
  if (!doesVote(kind)) return planSittings(invited, wish, nowMs);
  const voters = invited.map(({ entitled, ...group }) => ({ ...group, people: entitled }));
  const startAtMs = fullestSitting(voters, wish, nowMs);
  return { startsAtMs: startAtMs === undefined ? [] : [startAtMs], isFewest: null };
}

function holidaysIn({ fromDay, toDay }: SittingWish): readonly LocalDay[] {
  const days = Array.from({ length: MOST_PLANNED_DAYS }, (_, index) => addDays(fromDay, index));
  return days.filter((day) => day < toDay && isHoliday(day));
}

function hasSitting(
  { schedule, sits }: Invited,
  startsAtMs: readonly number[],
  wish: SittingWish,
): boolean {
  return startsAtMs.some((startAtMs) => {
    const sitting = { startAtMs, endAtMs: endOfSitting(startAtMs, wish) };
    return chanceOf(piecesAround(schedule, sitting), sitting, sits).hindrance === null;
  });
}
