import type { OutputOf } from '../../../contract/action';
import type { myRoster } from '../../../contract/roster/roster';
import type { CalendarDay, Change, Swap } from '../../../contract/roster/roster-shapes';
import { addDays, daysBetween, localDay, modulo } from '../../../domain/time/local-day';
import { dayAfter, NOW_MS } from './study';

const slot = (
  label: string,
  kind: CalendarDay['slots'][number]['kind'],
  startHour: number,
  hours: number,
) => ({
  label,
  kind,
  startMinute: startHour * 60,
  durationMinutes: hours * 60,
});

export const EARLY = slot('early', 'day', 8, 6);
export const MIDDLE = slot('middle', 'evening', 14, 6);
export const FRONT_NIGHT = slot('front-night', 'evening', 20, 6);
export const BACK_NIGHT = slot('back-night', 'night', 2, 6);
export const REST = slot('rest', 'rest', 0, 0);

/** From the Wednesday of the pictures on. */
const CYCLE = [BACK_NIGHT, REST, FRONT_NIGHT, MIDDLE, EARLY];

type Roster = OutputOf<typeof myRoster>;

/** March 2026 of the second crew of the pictures. */
export function aRoster(given: Partial<Roster> = {}): Roster {
  const first = localDay('2026-03-01');
  return {
    nowMs: NOW_MS,
    crewName: '二值',
    rotationName: '五值四倒',
    days: Array.from({ length: 31 }, (_, index) => {
      const day = addDays(first, index);
      const known = CYCLE[modulo(daysBetween(dayAfter(0), day), CYCLE.length)] ?? REST;
      return { day, slots: [known], source: 'rotation', override: null, overrideId: null };
    }),
    legend: [EARLY, MIDDLE, FRONT_NIGHT, BACK_NIGHT, REST],
    quiet: null,
    sleepToday: [],
    changes: [],
    swaps: [],
    ...given,
  };
}

/** The roster with one day as given. */
export function withDay(roster: Roster, given: Partial<CalendarDay> & Pick<CalendarDay, 'day'>) {
  return {
    ...roster,
    days: roster.days.map((day) => (day.day === given.day ? { ...day, ...given } : day)),
  };
}

export function aChange(given: Partial<Change> = {}): Change {
  return {
    overrideId: 'change-1',
    kind: 'leave',
    fromDay: dayAfter(5),
    toDay: dayAfter(6),
    leaveKind: 'annual',
    crewName: null,
    withName: null,
    slots: [],
    isRemovable: true,
    ...given,
  };
}

export function aSwap(given: Partial<Swap> = {}): Swap {
  return {
    swapId: 'swap-1',
    state: 'proposed',
    proposerId: 'me',
    proposerName: '周航',
    partnerId: 'partner',
    partnerName: '刘洋',
    days: [dayAfter(8)],
    takes: [{ day: dayAfter(8), proposer: [EARLY], partner: [MIDDLE] }],
    reason: null,
    proposedAtMs: NOW_MS,
    seenByName: null,
    ...given,
  };
}
