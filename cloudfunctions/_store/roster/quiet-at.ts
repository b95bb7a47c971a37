import type { QuietTime } from '../../../contract/roster/shift';
import { quietUntil } from '../../../domain/shift/availability';
import type { PersonSchedule } from '../../../domain/shift/person-schedule';

/** Until when the person is not to be disturbed, and why; null when they are free. */
export function quietAt(schedule: PersonSchedule, atMs: number): QuietTime | null {
  const quiet = quietUntil(schedule, atMs);
  if (quiet === null) return null;
  const { untilAtMs, reason } = quiet;
  switch (reason.code) {
    case 'shift':
    case 'handover-before':
    case 'handover-after':
      return { untilAtMs, reason: 'on-duty', label: reason.label };
    case 'after-night':
    case 'before-early':
      return { untilAtMs, reason: reason.code, label: reason.label };
    case 'night':
    case 'own-window':
      return { untilAtMs, reason: reason.code, label: null };
    case 'office-hours':
    case 'off-shift':
    case 'rest-day':
    case 'leave':
    case 'unknown':
      // Reasons of time within reach; quietUntil never ends with one.
      return null;
  }
}
