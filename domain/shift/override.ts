import type { LocalDay } from '../time/local-day';
import type { CrewId, CycleDay, ShiftSlot } from './rotation';

interface OverrideOfDays {
  readonly id: string;
  /** Civil days [fromDay, toDay). */
  readonly fromDay: LocalDay;
  readonly toDay: LocalDay;
}

export const LEAVE_KINDS = ['annual', 'sick', 'personal', 'other'] as const;
export type LeaveKind = (typeof LEAVE_KINDS)[number];

/** Days of one swap. docs/rules.md#R-13 */
export const MAX_SWAP_DAYS = 14;

/** No shifts at all on these days, also on those of an agreed swap. docs/rules.md#R-23 */
interface Leave extends OverrideOfDays {
  readonly kind: 'leave';
  readonly leaveKind: LeaveKind;
}

/** The same hours on each of these days, instead of the person's shifts. */
interface Training extends OverrideOfDays {
  readonly kind: 'training';
  readonly slot: ShiftSlot;
}

/** Follows another crew on these days; null when that crew is not of this organisation. */
interface OnLoan extends OverrideOfDays {
  readonly kind: 'on-loan';
  readonly crewId: CrewId | null;
}

/** Works the shifts that the other person of the swap would have worked on these days. */
export interface SwapOverride extends OverrideOfDays {
  readonly kind: 'swap';
  readonly swapId: string;
  readonly withPersonId: string;
  readonly slots: CycleDay;
}

/** Other hours or half a shift on these days; no slots = not working. */
interface ChangedHours extends OverrideOfDays {
  readonly kind: 'changed-hours';
  readonly slots: CycleDay;
}

/**
 * A personal change of the crew's pattern. A loan changes which pattern is followed; the other
 * kinds say what happens on a day and outrank it. docs/rules.md#R-06
 */
export type Override = Leave | Training | OnLoan | SwapOverride | ChangedHours;
export type OverrideKind = Override['kind'];

/** The shifts that a change says are worked on each of its days; none for leave, and a loan names a crew instead. */
export function slotsNamedBy(override: Override): CycleDay {
  switch (override.kind) {
    case 'leave':
    case 'on-loan':
      return [];
    case 'training':
      return [override.slot];
    case 'swap':
    case 'changed-hours':
      return override.slots;
  }
}
