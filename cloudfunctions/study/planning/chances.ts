import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { chanceOf, piecesAround, type Hindrance } from '../../../domain/study/can-come';
import type { SameTime } from '../../../domain/study/plan-sittings';
import type { Interval } from '../../../domain/time/interval';
import type { Member } from '../../_store/people/members';

/** Somebody who is asked. */
export interface Invited {
  readonly member: Member;
  readonly schedule: PersonSchedule;
  /** To vote; docs/rules.md#R-95 */
  readonly isEntitled: boolean;
}

export interface Chances {
  readonly person: Invited;
  /** Of each sitting in order; null: they can come. */
  readonly hindrances: readonly (Hindrance | null)[];
}

export function chancesOf(person: Invited, sittings: readonly Interval[]): Chances {
  return {
    person,
    hindrances: sittings.map((sitting) => hindranceTo(person.schedule, sitting)),
  };
}

export function hindranceTo(schedule: PersonSchedule, sitting: Interval): Hindrance | null {
  return chanceOf(piecesAround(schedule, sitting), sitting).hindrance;
}

/** Those with one rota and nothing of their own are looked at once. */
export function bySchedule(invited: readonly Invited[]): readonly SameTime[] {
  const known = new Map<string, SameTime>();
  for (const { member, schedule } of invited) {
    const { crewHistory, overrides, sleepPreference } = member;
    const key = JSON.stringify([crewHistory, overrides, sleepPreference]);
    known.set(key, { schedule, people: (known.get(key)?.people ?? 0) + 1 });
  }
  return [...known.values()];
}
