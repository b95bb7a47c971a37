import {
  draftOf,
  emptyForm,
  withFirstDay,
} from '../../../../../miniprogram/packages/roster/change/change-form';
import {
  crewsOf,
  swapText,
  toFormView,
} from '../../../../../miniprogram/packages/roster/change/change.view';
import { dayAfter } from '../../../../builders/phone/study';

const today = dayAfter(0);
const form = { ...emptyForm(dayAfter(5)), lastDay: dayAfter(7) };

describe('a change that is entered', () => {
  it('takes the last day as included', () => {
    expect(draftOf(form)).toEqual({
      kind: 'leave',
      fromDay: dayAfter(5),
      toDay: dayAfter(8),
      leaveKind: 'annual',
    });
  });

  it('moves the last day along when the first passes it', () => {
    expect(withFirstDay(form, dayAfter(9)).lastDay).toBe(dayAfter(9));
    expect(withFirstDay(form, dayAfter(6)).lastDay).toBe(dayAfter(7));
  });

  it('counts an end before the start to the next day', () => {
    const over = { ...form, kind: 'changed-hours' as const, startMinute: 1320, endMinute: 120 };
    expect(draftOf(over)).toMatchObject({
      slots: [{ startMinute: 1320, durationMinutes: 240, label: 'night', kind: 'night' }],
    });
    expect(toFormView(over, [], today).isOvernight).toBe(true);
  });

  it.each([
    [359, 'night'],
    [360, 'day'],
    [719, 'day'],
    [720, 'evening'],
    [1199, 'evening'],
    [1200, 'night'],
  ])('from minute %i on is of kind %s', (startMinute, kind) => {
    const changed = { ...form, kind: 'changed-hours' as const, startMinute, endMinute: 1439 };
    expect(draftOf(changed)).toMatchObject({ slots: [{ kind }] });
  });

  it('is training in the hours that were picked', () => {
    expect(draftOf({ ...form, kind: 'training' })).toMatchObject({
      slot: { label: 'study', kind: 'study-day', startMinute: 510, durationMinutes: 540 },
    });
  });

  it('lends to a crew, or to another company whose shifts nobody knows', () => {
    expect(draftOf({ ...form, kind: 'on-loan', crewId: 'crew-4' })).toMatchObject({
      crewId: 'crew-4',
    });
    expect(draftOf({ ...form, kind: 'on-loan' })).toMatchObject({ crewId: null });
  });

  it('offers each crew of the branch once', () => {
    const person = {
      memberId: 'm',
      name: '刘洋',
      maskedStaffNumber: '1**2',
      groupName: null,
      crewId: 'crew-4',
      crewName: '四值',
      roles: [],
      isBound: true,
    };
    const people = [
      person,
      { ...person, memberId: 'n' },
      { ...person, crewId: null, crewName: null },
    ];
    expect(crewsOf({ people })).toEqual([{ crewId: 'crew-4', name: '四值' }]);
  });
});

test('leave on swapped days says what becomes of the swap, with the names of the others', () => {
  expect(swapText([])).toBe('');
  expect(swapText(['刘洋', '赵强'])).toMatch(/^这几天里有换好的班：刘洋、赵强照换好的班上/u);
});
