import { rotationOf } from '../../cloudfunctions/_store/roster/shift-documents';
import { cycleSlotsOn } from '../../domain/shift/each-roster-day';
import { DEFAULT_SLEEP_RULES } from '../../domain/shift/sleep-rules';
import { dayNumberOfInstant, instantOfNumber, MS_PER_MINUTE } from '../../domain/time/local-day';
import { MAIN_PLANT, rotationDocuments } from './organisation';

/** A crew of the main plant and the shift that it works, or is arriving for. */
export interface Takeover {
  readonly crewId: string;
  /** When its people arrive. docs/rules.md#R-07 */
  readonly arriveAtMs: number;
  readonly startAtMs: number;
  readonly endAtMs: number;
}

const HANDOVER_MS = DEFAULT_SLEEP_RULES.handoverBeforeMinutes * MS_PER_MINUTE;

/** The last crew that has arrived by `atMs`. Shifts follow each other around the clock, so there is one. */
export function takeoverAt(atMs: number): Takeover {
  const today = dayNumberOfInstant(atMs);
  const arrived = [today - 1, today]
    .flatMap(takeoversOf)
    .filter(({ arriveAtMs }) => arriveAtMs <= atMs)
    .sort((a, b) => a.startAtMs - b.startAtMs);
  const last = arrived.at(-1);
  if (last === undefined) throw new Error('the main plant has nobody on shift');
  return last;
}

function takeoversOf(dayNumber: number): Takeover[] {
  return rotationDocuments()
    .filter(({ _id }) => _id === MAIN_PLANT)
    .map(rotationOf)
    .flatMap((rotation) =>
      rotation.crews.flatMap(({ crewId }) =>
        cycleSlotsOn(rotation, crewId, dayNumber)
          .filter(({ durationMinutes }) => durationMinutes > 0)
          .map(({ startMinute, durationMinutes }): Takeover => {
            const startAtMs = instantOfNumber(dayNumber, startMinute);
            const endAtMs = startAtMs + durationMinutes * MS_PER_MINUTE;
            return { crewId, arriveAtMs: startAtMs - HANDOVER_MS, startAtMs, endAtMs };
          }),
      ),
    );
}
