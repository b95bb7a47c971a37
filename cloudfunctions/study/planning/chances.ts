import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import { chanceOf, piecesAround, type Hindrance } from '../../../domain/study/can-come';
import type { Interval } from '../../../domain/time/interval';
import type { Member } from '../../_store/people/members';

/** Somebody who is asked. */
export interface Invited {
  readonly member: Member;
  readonly schedule: PersonSchedule;
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
