import { dayOfInstant } from '../time/local-day';

interface DatedSitting {
  readonly sittingId: string;
  readonly startAtMs: number;
  /** When a change brought it to a day on which the study had no sitting of this id; absent: never. */
  readonly newDayAtMs?: number;
}

export interface GivenReply {
  readonly kind: 'coming' | 'excused';
  readonly sittingId?: string;
  readonly atMs: number;
}

/**
 * Sittings after a change, each noting when it came to its day: one that is moved to another day in
 * Shanghai, or added on a day on which the study had none, does so now. docs/rules.md#R-73
 */
export function withNewDays<S extends DatedSitting>(
  sittings: readonly S[],
  before: readonly DatedSitting[],
  nowMs: number,
): S[] {
  const daysBefore = new Set(before.map(({ startAtMs }) => dayOfInstant(startAtMs)));
  return sittings.map((sitting) => {
    const known = before.find(({ sittingId }) => sittingId === sitting.sittingId);
    const day = dayOfInstant(sitting.startAtMs);
    const isNew =
      known === undefined ? !daysBefore.has(day) : dayOfInstant(known.startAtMs) !== day;
    const newDayAtMs = isNew ? nowMs : known?.newDayAtMs;
    return newDayAtMs === undefined ? sitting : { ...sitting, newDayAtMs };
  });
}

/**
 * Whether an answer was given for days that are not those of the study any more: leave, before any
 * sitting came to a new day; coming, before the chosen one did. docs/rules.md#R-73
 */
export function isAskedAgain(reply: GivenReply, sittings: readonly DatedSitting[]): boolean {
  const concerned =
    reply.kind === 'excused'
      ? sittings
      : sittings.filter(({ sittingId }) => sittingId === reply.sittingId);
  return concerned.some(({ newDayAtMs }) => newDayAtMs !== undefined && reply.atMs < newDayAtMs);
}
