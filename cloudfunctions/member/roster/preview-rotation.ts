import type { rotationActions } from '../../../contract/roster/rotations';
import type { Rotation } from '../../../domain/shift/rotation';
import type { UncoveredHours } from '../../../domain/shift/uncovered-hours';
import {
  addDays,
  dayOfInstant,
  daysBetween,
  modulo,
  type LocalDay,
} from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { daysOfRotation } from './crew-days';
import { toSlots } from './to-roster-shapes';
import { rotationOfDraft } from './rotation-of-draft';

const DAYS_SHOWN = 14;

/** The days from today, or from the day it is valid when that is still to come. */
export const previewRotation: Handler<typeof rotationActions.previewRotation> = (input, ctx) => {
  const outcome = rotationOfDraft(input.draft);
  if (outcome.kind === 'refused') return Promise.resolve(ctx.fail(outcome.code, outcome.detail));
  if (outcome.kind === 'ask-more') {
    const { day, label, candidates } = outcome;
    const next = { day, label, candidates: [...candidates] };
    return Promise.resolve(ctx.answer({ next, days: [], uncovered: [] }));
  }
  const { rotation } = outcome;
  const today = dayOfInstant(ctx.nowMs());
  const fromDay = rotation.validFromDay > today ? rotation.validFromDay : today;
  const days = daysOfRotation(rotation, fromDay, DAYS_SHOWN).map(({ day, crews }) => ({
    day,
    crews: crews.map(({ crewId, slots }) => ({ crewId, slots: toSlots(slots) })),
  }));
  const uncovered = outcome.uncovered
    .map((hours) => fromDayOn(hours, rotation, fromDay))
    .sort((a, b) => (a.day < b.day ? -1 : 1));
  return Promise.resolve(ctx.answer({ next: null, days, uncovered }));
};

/** Hours of the cycle on the first of their days from `fromDay` on. */
function fromDayOn(
  { cycleDay, startMinute, endMinute }: UncoveredHours,
  { anchorDay, cycleDays }: Rotation,
  fromDay: LocalDay,
) {
  const ahead = modulo(cycleDay - daysBetween(anchorDay, fromDay), cycleDays);
  return { day: addDays(fromDay, ahead), startMinute, endMinute };
}
