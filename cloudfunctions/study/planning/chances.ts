import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import {
  chanceOf,
  piecesAround,
  type Chance,
  type Hindrance,
} from '../../../domain/study/can-come';
import type { Interval } from '../../../domain/time/interval';
import type { Member } from '../../_store/people/member-document';
import type { OtherSitting } from '../../_store/study/other-sittings';

/** Somebody who is asked. */
export interface Invited {
  readonly member: Member;
  readonly schedule: PersonSchedule;
  /** Of other studies. */
  readonly sits: readonly OtherSitting[];
}

export interface Chances {
  readonly person: Invited;
  /** Of each sitting in order; null: they can come. */
  readonly hindrances: readonly (Hindrance | null)[];
}

export function chancesOf(person: Invited, sittings: readonly Interval[]): Chances {
  return {
    person,
    hindrances: sittings.map(
      (sitting) => chanceAt(person.schedule, sitting, person.sits).hindrance,
    ),
  };
}

export function chanceAt(
  schedule: PersonSchedule,
  sitting: Interval,
  sits: readonly Interval[] = [],
): Chance {
  return chanceOf(piecesAround(schedule, sitting), sitting, sits);
}
