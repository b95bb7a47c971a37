import {
  earliestClosingAtMs,
  hoursOfCrew,
  type CrewHours,
  type VotingTime,
} from '../../../domain/star/ballot/fair-closing';
import type { Interval } from '../../../domain/time/interval';
import { localDay } from '../../../domain/time/local-day';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';
import type { Rotas } from '../people/organisation';
import type { PollDocument } from './poll-document';

/** Before any rotation: the crew of a poll is that crew all the time. */
const ALWAYS = localDay('1970-01-01');

export interface HoursOfCrews {
  readonly crews: readonly (CrewHours & { readonly crewId: string | null })[];
  readonly earliestAtMs: number;
}

/** `closesAtMs`: absent of one that is not open yet. */
type PollHours = Pick<PollDocument, 'crewIds'> &
  Partial<Pick<PollDocument, 'closesAtMs'>> & {
    readonly rules: { readonly awakeMinutes: number };
  } & VotingTime;

/**
 * How far each crew of a poll is with its hours, by its rota as it is now; since its end nobody can vote,
 * counted or not. docs/rules.md#R-172
 */
export function hoursOfPoll(
  { crewIds, rules, openedAtMs, gaps, closesAtMs = Infinity }: PollHours,
  rotas: Pick<Rotas, 'roster'>,
  nowMs: number,
): HoursOfCrews {
  const sinceEnd = gapSince(closesAtMs, nowMs);
  const time = { openedAtMs, gaps: sinceEnd === null ? gaps : [...gaps, sinceEnd] };
  const crews = crewIds.map((crewId) => {
    const schedule = scheduleOfCrew(crewId, rotas);
    return { crewId, ...hoursOfCrew(schedule, time, rules.awakeMinutes, nowMs) };
  });
  return { crews, earliestAtMs: earliestClosingAtMs(crews, time) };
}

/** From an end up to now, while nobody could vote; null: it has not passed. */
export const gapSince = (closesAtMs: number, nowMs: number): Interval | null =>
  nowMs > closesAtMs ? { startAtMs: closesAtMs, endAtMs: nowMs } : null;

/** What the rota of a crew says, without anything personal. */
export function scheduleOfCrew(
  crewId: string | null,
  { roster }: Pick<Rotas, 'roster'>,
): PersonSchedule {
  return { roster, memberships: [{ crewId, fromDay: ALWAYS }], overrides: [] };
}
