import type { Member } from '../../cloudfunctions/_store/people/member-document';
import { addDays, type LocalDay } from '../../domain/time/local-day';
import { swappedDaysOf } from './demo-swap';

type Change = Member['overrides'][number];
type LeaveKind = Extract<Change, { kind: 'leave' }>['leaveKind'];

/** Personal changes around `today`: somebody is always on leave, in training, on loan or off. */
export function shiftChangesOf(memberId: string, today: LocalDay): Change[] {
  const leave = (from: number, days: number, leaveKind: LeaveKind): Change => ({
    kind: 'leave',
    ...span(memberId, today, from, days),
    leaveKind,
  });
  switch (memberId) {
    case 'yx08':
      return [leave(-20, 6, 'annual')];
    case 'yx21':
      return [{ kind: 'changed-hours', ...span(memberId, today, -2, 7), slots: [] }];
    case 'yx26':
      return [leave(-2, 7, 'annual')];
    case 'yx30':
      return [
        {
          kind: 'training',
          ...span(memberId, today, 3, 3),
          slot: { label: 'study', kind: 'study-day', startMinute: 480, durationMinutes: 540 },
        },
      ];
    case 'yx40':
      return [{ kind: 'on-loan', ...span(memberId, today, -10, 20), crewId: 'crew-3' }];
    case 'rl10':
      return [leave(-40, 8, 'sick')];
    case 'rl26':
      return [leave(-64, 5, 'annual'), leave(5, 5, 'annual')];
    case 'jx07':
      return [leave(-6, 2, 'personal')];
    case 'jx22':
      return [leave(-47, 4, 'other')];
    case 'jg09':
      return [leave(-30, 6, 'annual')];
    default:
      return swappedDaysOf(memberId, today);
  }
}

function span(memberId: string, today: LocalDay, from: number, days: number) {
  return {
    id: `change-${memberId}-${from < 0 ? 'past' : 'coming'}`,
    fromDay: addDays(today, from),
    toDay: addDays(today, from + days),
  };
}
