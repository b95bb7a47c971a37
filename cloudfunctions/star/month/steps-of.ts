import {
  assessmentState,
  LED_STEPS,
  STAR_STEPS,
  stepStates,
  type LedStep,
  type StarProgress,
} from '../../../domain/star/star-month';
import type { AssessmentDocument } from '../../_store/star/assessments';
import type { StarMonthDocument } from '../../_store/star/star-month-document';

/**
 * The steps of a month with their states. `found` null: nobody has begun it; `assessment` null: its sheets
 * are not open. That of the assessment is read from the assessment alone. docs/rules.md#R-166
 */
export function stepsOf(
  month: string,
  found: StarMonthDocument | null,
  assessment: AssessmentDocument | null,
  nowMs: number,
) {
  const led = found === null ? null : stepStates(progressOf(found), nowMs);
  const isOver = found?.state === 'over';
  const until = assessment?.terms.answersUntilMs;
  return STAR_STEPS.map((step) => ({
    step,
    state:
      step === 'assessment'
        ? assessmentState(month, until, isOver, nowMs)
        : (led?.[step] ?? ('to-come' as const)),
  }));
}

const progressOf = (star: StarMonthDocument): StarProgress => ({
  state: star.state,
  plan: star.plan,
  done: doneIn(star),
  isAnotherRound: star.result?.next === 'run-off',
});

function doneIn(star: StarMonthDocument): readonly LedStep[] {
  const { meeting, list, result, decision, state, stars, ended } = star;
  const done: Readonly<Record<LedStep, boolean>> = {
    meeting: meeting?.isFinal === true,
    nomination: list !== null,
    // Of a round that is open, or was called off, nothing has come yet.
    ballot: result !== null && state !== 'voting' && state !== 'listed',
    decision: decision !== null,
    'public-notice': ended !== null && stars.length > 0,
    announcement: ended !== null && stars.length > 0,
  };
  return LED_STEPS.filter((step) => done[step]);
}
