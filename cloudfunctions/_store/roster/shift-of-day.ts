import type { ShiftOfDay } from '../../../contract/roster/shift';
import type { RosterDay } from '../../../domain/shift/roster-day';

/**
 * One day of a person as the phone shows it: its first shift, or rest; null when nothing is known.
 * A day off by a personal change is rest with the change named.
 */
export function toShiftOfDay({ day, slots, source, onLoanId }: RosterDay): ShiftOfDay | null {
  if (source.kind === 'unknown') return null;
  const change = source.kind === 'override' ? source.override : null;
  const override = change ?? (onLoanId === undefined ? null : 'on-loan');
  const slot = slots.find(({ kind }) => kind !== 'rest');
  if (slot === undefined) {
    const label = slots[0]?.label ?? 'rest';
    return { day, label, kind: 'rest', startMinute: null, endMinute: null, override };
  }
  const { label, kind, startMinute, durationMinutes } = slot;
  return { day, label, kind, startMinute, endMinute: startMinute + durationMinutes, override };
}
