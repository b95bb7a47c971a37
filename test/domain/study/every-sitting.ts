import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { chanceOf, piecesAround } from '../../../domain/study/can-come';
import type { SittingWish } from '../../../domain/study/candidate-starts';
import type { Interval } from '../../../domain/time/interval';
import { addDays, instantOf, MS_PER_MINUTE } from '../../../domain/time/local-day';

export interface Somebody {
  readonly schedule: PersonSchedule;
  readonly sits: readonly Interval[];
}

/**
 * What a choice comes to, the first that differs decides: people who have none of it, sittings, people
 * near their sleep, days, minutes outside of 9 to 17, people not at ease, half hours. Infinite where
 * two are at once, the room is taken, or a day is left out.
 */
export type Rank = readonly number[];

const meets = (a: Interval, b: Interval) => a.startAtMs < b.endAtMs && b.startAtMs < a.endAtMs;

/** Every half hour of the wish, whatever speaks against it. */
export function halfHours({ fromDay, toDay, startMinute, endMinute, minutes }: SittingWish) {
  const found: { day: number; minute: number; startAtMs: number }[] = [];
  for (let day = 0; addDays(fromDay, day) < toDay; day += 1) {
    for (let minute = 0; minute < 1440; minute += 30) {
      if (minute < startMinute || minute + minutes > endMinute) continue;
      found.push({ day, minute, startAtMs: instantOf(addDays(fromDay, day), minute) });
    }
  }
  return found;
}

type HalfHour = ReturnType<typeof halfHours>[number];

/** Person by person, from the words of the rule. */
export function ranking(people: readonly Somebody[], wish: SittingWish) {
  const timesOf = ({ startAtMs }: HalfHour) => {
    return { startAtMs, endAtMs: startAtMs + wish.minutes * MS_PER_MINUTE };
  };
  const known = new Map<HalfHour, ReturnType<typeof chanceOf>[]>();
  const chancesAt = (start: HalfHour) => {
    const sitting = timesOf(start);
    const found =
      known.get(start) ??
      people.map(({ schedule, sits }) => {
        const chance = chanceOf(piecesAround(schedule, sitting), sitting);
        return sits.some((other) => meets(other, sitting))
          ? { ...chance, hindrance: 'elsewhere' as const }
          : chance;
      });
    known.set(start, found);
    return found;
  };
  return (chosen: readonly HalfHour[]): Rank => {
    const isBarred = chosen.some(
      (start, at) =>
        (wish.taken ?? []).some((other) => meets(other, timesOf(start))) ||
        (wish.leftOut ?? []).includes(addDays(wish.fromDay, start.day)) ||
        chosen.slice(at + 1).some((other) => meets(timesOf(start), timesOf(other))),
    );
    if (isBarred) return [Infinity];
    const of = (person: number) =>
      chosen.flatMap((start) => chancesAt(start)[person] ?? []).filter((c) => c.hindrance === null);
    const numbers = people.map((_, person) => person);
    const sum = (value: (start: HalfHour) => number) =>
      chosen.reduce((total, start) => total + value(start), 0);
    return [
      numbers.filter((person) => of(person).length === 0).length,
      chosen.length,
      numbers.filter((person) => of(person).length > 0 && of(person).every((c) => c.isNearSleep))
        .length,
      sum(({ day }) => day),
      sum(({ minute }) => Math.max(0, 540 - minute) + Math.max(0, minute + wish.minutes - 1020)),
      sum(
        (start) =>
          people.length -
          chancesAt(start).filter(
            (c) => c.hindrance === null && !c.isNearSleep && c.shiftBeside === null,
          ).length,
      ),
      sum(({ minute }) => minute / 30),
    ];
  };
}

/** Whether the first is the better. */
export function isLower(one: Rank, other: Rank): boolean {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at >= 0 && (one[at] ?? 0) < (other[at] ?? 0);
}

/** The best of every choice of at most `most`, one by one. */
export function bestOfEveryChoice(
  people: readonly Somebody[],
  wish: SittingWish,
  most: number,
): Rank {
  const starts = halfHours(wish);
  const rankOf = ranking(people, wish);
  let best: Rank = rankOf([]);
  const look = (from: number, chosen: readonly HalfHour[]): void => {
    const rank = rankOf(chosen);
    if (isLower(rank, best)) best = rank;
    if (chosen.length === most || rank[0] === Infinity) return;
    for (let at = from; at < starts.length; at += 1) look(at + 1, [...chosen, starts[at]!]);
  };
  look(0, []);
  return best;
}
