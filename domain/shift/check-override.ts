import type { LocalDay } from '../time/local-day';
import { daysBetween } from '../time/local-day';
import type { RotationProblem } from './check-rotation';
import { dayProblems, overlapProblems } from './check-rotation';
import { slotsNamedBy, type Override } from './override';
import type { CycleDay } from './rotation';

export type OverrideRefusal =
  | { readonly code: 'end-before-start' }
  | { readonly code: 'too-long'; readonly days: number; readonly most: number }
  | { readonly code: 'bad-hours'; readonly problems: readonly RotationProblem[] }
  | {
      readonly code: 'contradicts';
      readonly overrideId: string;
      readonly fromDay: LocalDay;
      readonly toDay: LocalDay;
    };

export type OverrideCheck =
  | { readonly kind: 'accepted'; readonly override: Override }
  | { readonly kind: 'refused'; readonly reason: OverrideRefusal };

/** A change for longer than this is a change of crew, not an override. docs/rules.md#R-12 */
export const MAX_OVERRIDE_DAYS = 366;

/**
 * Whether a person's change can be recorded beside those already there. Two changes that both say
 * what happens on one day contradict each other, and so do two loans; a change within a loan does
 * not, nor leave on a day that is swapped: it outranks the swap. An override with the id of the candidate is the one being edited. docs/rules.md#R-12, #R-23
 */
export function checkOverride(existing: readonly Override[], candidate: Override): OverrideCheck {
  const days = daysBetween(candidate.fromDay, candidate.toDay);
  if (days < 1) return refused({ code: 'end-before-start' });
  if (days > MAX_OVERRIDE_DAYS) return refused({ code: 'too-long', days, most: MAX_OVERRIDE_DAYS });
  const problems = hoursProblems(slotsNamedBy(candidate), days);
  if (problems.length > 0) return refused({ code: 'bad-hours', problems });
  const other = existing.find((override) => contradicts(override, candidate));
  if (other !== undefined) {
    const { id, fromDay, toDay } = other;
    return refused({ code: 'contradicts', overrideId: id, fromDay, toDay });
  }
  return { kind: 'accepted', override: candidate };
}

function hoursProblems(slots: CycleDay, days: number): readonly RotationProblem[] {
  const problems = dayProblems(slots, 0);
  if (problems.length > 0) return problems;
  // The same hours on every day are a cycle of one day; those of a single day are followed by nothing.
  return overlapProblems(days > 1 ? [slots] : [slots, [], [], []]);
}

function contradicts(present: Override, added: Override): boolean {
  if (present.id === added.id) return false;
  if ((present.kind === 'on-loan') !== (added.kind === 'on-loan')) return false;
  if (present.kind === 'swap' && added.kind === 'leave') return false;
  return present.fromDay < added.toDay && added.fromDay < present.toDay;
}

function refused(reason: OverrideRefusal): OverrideCheck {
  return { kind: 'refused', reason };
}
