import type { CrewInContest } from '../../../contract/content/contest-shapes';
import { awakeMinutesOf } from '../../../domain/content/contest/fair-window';
import type { Interval } from '../../../domain/time/interval';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import { crewIdOn, type Member } from '../../_store/people/member-document';
import type { Rotas } from '../../_store/people/organisation';
import { scheduleOfCrew } from '../../_store/star/poll-hours';

/** Crews that people of a branch are in on a day, in the order of the rotations; who has none comes last. */
export function crewsOn(people: readonly Member[], rotas: Rotas, day: LocalDay) {
  const counts = new Map<string | null, number>();
  for (const member of people) {
    const crewId = crewIdOn(member, day);
    counts.set(crewId, (counts.get(crewId) ?? 0) + 1);
  }
  return [...rotas.crews, { crewId: null, name: null }].flatMap(({ crewId, name }) => {
    const count = counts.get(crewId) ?? 0;
    return count === 0 ? [] : [{ crewId, crewName: name, people: count }];
  });
}

/** How long each of them is awake and off duty in a window, by its rota. docs/rules.md#R-252 */
export function crewsInWindow(
  people: readonly Member[],
  rotas: Rotas,
  window: Interval,
): CrewInContest[] {
  return crewsOn(people, rotas, dayOfInstant(window.startAtMs)).map((crew) => ({
    ...crew,
    awakeMinutes: awakeMinutesOf(scheduleOfCrew(crew.crewId, rotas), window),
  }));
}

/** People without a crew are not compared. */
export function isSameForAll(crews: readonly CrewInContest[]): boolean {
  const minutes = crews.flatMap(({ crewId, awakeMinutes }) =>
    crewId === null ? [] : awakeMinutes,
  );
  return new Set(minutes).size <= 1;
}
