import type { PollCrew } from '../../../contract/star/ballot-shapes';
import { rosterDaysOf } from '../../../domain/shift/roster-day';
import { addDays, dayOfInstant, MS_PER_MINUTE } from '../../../domain/time/local-day';
import type { Rotas } from '../../_store/people/organisation';
import { toShiftOfDay } from '../../_store/roster/shift-of-day';
import { scheduleOfCrew, type HoursOfCrews } from '../../_store/star/poll-hours';

const minutesOf = (ms: number): number => Math.floor(ms / MS_PER_MINUTE);

/** The hours of crews as an answer names them. */
export function crewsOf({ crews }: HoursOfCrews, rotas: Rotas, nowMs: number): PollCrew[] {
  const today = dayOfInstant(nowMs);
  return crews.map(({ crewId, doneMs, stretchesMs, readyAtMs, nextFreeAtMs }) => {
    const [day] = rosterDaysOf(scheduleOfCrew(crewId, rotas), today, addDays(today, 1));
    return {
      crewId,
      name: rotas.crewName(crewId),
      shift: day === undefined ? null : toShiftOfDay(day),
      doneMinutes: minutesOf(doneMs),
      stretchMinutes: stretchesMs.map(minutesOf),
      readyAtMs,
      nextFreeAtMs,
    };
  });
}
