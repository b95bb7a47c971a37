import type { PersonSchedule } from '../shift/person-schedule';
import type { SittingWish } from './candidate-starts';
import { planSittings, type SittingPlan } from './plan-sittings';
import { doesVote, fullestSitting } from './quorum';
import type { StudyKind } from './study-kinds';

/** People with the same rota and nothing of their own that differs. */
export interface Invited {
  readonly schedule: PersonSchedule;
  readonly people: number;
  /** How many of them vote. docs/rules.md#R-95 */
  readonly entitled: number;
}

/**
 * When a study of this kind is best held: of a meeting that votes once, when most of the entitled can
 * come, of any other as often as it takes for everybody. docs/rules.md#R-92, docs/rules.md#R-95
 */
export function sittingsFor(
  kind: StudyKind,
  invited: readonly Invited[],
  wish: SittingWish,
  nowMs: number,
): SittingPlan | { readonly startsAtMs: readonly number[]; readonly isFewest: null } {
  if (!doesVote(kind)) return planSittings(invited, wish, nowMs);
  const voters = invited.map(({ schedule, entitled }) => ({ schedule, people: entitled }));
  const startAtMs = fullestSitting(voters, wish, nowMs);
  return { startsAtMs: startAtMs === undefined ? [] : [startAtMs], isFewest: null };
}
