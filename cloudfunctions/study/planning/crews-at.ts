import type { CrewAtSitting } from '../../../contract/study/planning';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { Piece } from '../../../domain/shift/piece';
import { rosterDayDuring } from '../../../domain/shift/shift-at';
import { timelineOf } from '../../../domain/shift/timeline';
import { intersects, merge, type Interval } from '../../../domain/time/interval';
import {
  addDays,
  dayOfInstant,
  instantOf,
  MS_PER_HOUR,
  MS_PER_MINUTE,
  type LocalDay,
} from '../../../domain/time/local-day';
import { crewIdOn } from '../../_store/people/member-document';
import type { Organisation } from '../../_store/people/organisation';
import { toShiftOfDay } from '../../_store/roster/shift-of-day';
import { chanceAt, type Chances } from './chances';

/** What is shown of a day: from here to there, further where the sitting is. */
const SHOWN = { fromMinute: 8 * 60, toMinute: 22 * 60 };

/** The crews of who is asked at one sitting, in the order of the rotations; last who has none. */
export function crewsAt(
  sitting: Interval,
  index: number,
  chances: readonly Chances[],
  organisation: Organisation,
): CrewAtSitting[] {
  const day = dayOfInstant(sitting.startAtMs);
  const rows = [...organisation.crews, { crewId: null, name: null }];
  return rows.flatMap(({ crewId, name }): CrewAtSitting[] => {
    const own = chances.filter(({ person }) => crewIdOn(person.member, day) === crewId);
    if (own.length === 0) return [];
    const schedule = crewSchedule(organisation, crewId, day);
    const { hindrance, shiftBeside } = chanceAt(schedule, sitting);
    const kept = own.map(({ hindrances }) => hindrances[index]);
    const isElsewhere = !kept.includes(null) && kept.includes('elsewhere');
    return [
      {
        crewId,
        crewName: name,
        people: own.length,
        canCome: own.filter(({ hindrances }) => hindrances[index] === null).length,
        hindrance: hindrance ?? (isElsewhere ? 'elsewhere' : null),
        shiftBeside,
        shift: toShiftOfDay(rosterDayDuring(schedule, sitting)),
        stretches: [
          ...stretchesOf(schedule, sitting, day),
          ...meetingsOf(
            own.flatMap(({ person }) => person.sits),
            sitting,
            day,
          ),
        ],
      },
    ];
  });
}

/** Of nobody in particular. */
function crewSchedule(
  { roster }: Organisation,
  crewId: string | null,
  day: LocalDay,
): PersonSchedule {
  return { roster, memberships: [{ crewId, fromDay: addDays(day, -7) }], overrides: [] };
}

/** What is shown of the day of a sitting. */
function shownAround(sitting: Interval, day: LocalDay): Interval {
  return {
    startAtMs: Math.min(
      instantOf(day, SHOWN.fromMinute),
      Math.floor(sitting.startAtMs / MS_PER_HOUR) * MS_PER_HOUR,
    ),
    endAtMs: Math.max(
      instantOf(day, SHOWN.toMinute),
      Math.ceil(sitting.endAtMs / MS_PER_HOUR) * MS_PER_HOUR,
    ),
  };
}

const minuteOf = (day: LocalDay) => (atMs: number) => (atMs - instantOf(day, 0)) / MS_PER_MINUTE;

/** When some of a crew are at sittings of other studies. */
function meetingsOf(sits: readonly Interval[], sitting: Interval, day: LocalDay) {
  const minute = minuteOf(day);
  const shown = shownAround(sitting, day);
  return merge(sits.filter((other) => intersects(other, shown))).map(({ startAtMs, endAtMs }) => ({
    startMinute: minute(Math.max(startAtMs, shown.startAtMs)),
    endMinute: minute(Math.min(endAtMs, shown.endAtMs)),
    state: 'meeting' as const,
  }));
}

function stretchesOf(schedule: PersonSchedule, sitting: Interval, day: LocalDay) {
  const minute = minuteOf(day);
  const stretches: CrewAtSitting['stretches'] = [];
  for (const piece of timelineOf(schedule, shownAround(sitting, day))) {
    const state = stateOf(piece);
    if (state === undefined) continue;
    const [startMinute, endMinute] = [minute(piece.startAtMs), minute(piece.endAtMs)];
    const last = stretches.at(-1);
    if (last?.state === state && last.endMinute === startMinute) last.endMinute = endMinute;
    else stretches.push({ startMinute, endMinute, state });
  }
  return stretches;
}

function stateOf({ reason, state }: Piece): 'on-duty' | 'office-hours' | 'asleep' | undefined {
  if (reason.code === 'shift') return 'on-duty';
  if (reason.code === 'office-hours') return 'office-hours';
  return state === 'asleep' || reason.code === 'after-night' ? 'asleep' : undefined;
}
