import type { rotationActions } from '../../contract/rotations';
import { dayOfInstant } from '../../domain/time/local-day';
import type { Handler } from '../_kit/serve';
import { daysOfRotation } from './crew-days';
import { toSlots } from './roster-shapes';
import { rotationOfDraft } from './rotation-of-draft';

const DAYS_SHOWN = 14;

/** The days from today, or from the day it is valid when that is still to come. */
export const previewRotation: Handler<typeof rotationActions.previewRotation> = (input, ctx) => {
  const outcome = rotationOfDraft(input.draft);
  if (outcome.kind === 'refused') return Promise.resolve(ctx.fail(outcome.code, outcome.detail));
  if (outcome.kind === 'ask-more') {
    const { day, label, candidates } = outcome;
    const next = { day, label, candidates: [...candidates] };
    return Promise.resolve(ctx.answer({ next, days: [], uncoveredMinutes: 0 }));
  }
  const { rotation, uncoveredMinutes } = outcome;
  const today = dayOfInstant(ctx.nowMs());
  const fromDay = rotation.validFromDay > today ? rotation.validFromDay : today;
  const days = daysOfRotation(rotation, fromDay, DAYS_SHOWN).map(({ day, crews }) => ({
    day,
    crews: crews.map(({ crewId, slots }) => ({ crewId, slots: toSlots(slots) })),
  }));
  return Promise.resolve(ctx.answer({ next: null, days, uncoveredMinutes }));
};
