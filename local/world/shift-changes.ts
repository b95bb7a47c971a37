import type { Member } from '../../cloudfunctions/_store/members';
import { cycleSlotsOn } from '../../domain/shift/each-roster-day';
import type { CycleDay } from '../../domain/shift/rotation';
import { rotationOf } from '../../cloudfunctions/_store/shift-documents';
import { addDays, dayNumberOf, type LocalDay } from '../../domain/time/local-day';
import { rotationDocuments } from './organisation';
import { demoPerson } from './people';

type Change = Member['overrides'][number];
type LeaveKind = Extract<Change, { kind: 'leave' }>['leaveKind'];

const SWAPPED = { first: 'yx12', second: 'yx25' };

/** Personal changes around `today`: somebody is always on leave, in training or on loan. */
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
    case SWAPPED.first:
      return [swapWith(memberId, SWAPPED.second, today)];
    case SWAPPED.second:
      return [swapWith(memberId, SWAPPED.first, today)];
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
      return [];
  }
}

function swapWith(memberId: string, otherId: string, today: LocalDay): Change {
  return {
    kind: 'swap',
    ...span(memberId, today, 2, 1),
    swapId: 'demo-swap',
    withPersonId: otherId,
    slots: [...slotsOn(demoPerson(otherId).crewId, addDays(today, 2))],
  };
}

function slotsOn(crewId: string, day: LocalDay): CycleDay {
  const rotation = rotationDocuments()
    .map(rotationOf)
    .find(({ crews }) => crews.some((crew) => crew.crewId === crewId));
  return rotation === undefined ? [] : cycleSlotsOn(rotation, crewId, dayNumberOf(day));
}

function span(memberId: string, today: LocalDay, from: number, days: number) {
  return {
    id: `change-${memberId}-${from < 0 ? 'past' : 'coming'}`,
    fromDay: addDays(today, from),
    toDay: addDays(today, from + days),
  };
}
