import { outcomeOf, type Outcome } from '../../domain/branch/outcome';
import type { AttendanceState } from '../../domain/study/attendance';

/**
 * A state as the phone that asks can show it: before 0.3.0 nobody knew of sleep, and duty is what the
 * same follows from: not absent, and whoever comes all the same is in. docs/rules.md#R-119
 */
export function stateFor(
  { knowsAsleep }: { readonly knowsAsleep: boolean },
  state: AttendanceState,
): AttendanceState {
  return state === 'asleep' && !knowsAsleep ? 'on-duty' : state;
}

/** What a line comes to, likewise: to phones before 0.3.0 who made up has come. docs/rules.md#R-103 */
export function outcomeFor(
  phone: { readonly knowsAsleep: boolean },
  state: AttendanceState,
): Outcome {
  const outcome = outcomeOf(stateFor(phone, state));
  return outcome === 'made-up' && !phone.knowsAsleep ? 'came' : outcome;
}
