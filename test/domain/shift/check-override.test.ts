import { checkOverride } from '../../../domain/shift/check-override';
import type { Override } from '../../../domain/shift/override';
import { sleepPreferenceProblems } from '../../../domain/shift/sleep-rules';
import { addDays, localDay } from '../../../domain/time/local-day';
import { aSlot, leave } from './people';

const loan = (fromDay: string, toDay: string, id = 'loan'): Override => ({
  kind: 'on-loan',
  id,
  crewId: 'two',
  fromDay: localDay(fromDay),
  toDay: localDay(toDay),
});
const hours = (slots: ReturnType<typeof aSlot>[]): Override => ({
  ...{ kind: 'changed-hours', id: 'hours', slots },
  ...{ fromDay: localDay('2026-03-02'), toDay: localDay('2026-03-03') },
});
const swapped = (day: string): Override => ({
  ...{ kind: 'swap', id: `swap-${day}`, swapId: 'swap', withPersonId: 'other', slots: [aSlot()] },
  ...{ fromDay: localDay(day), toDay: addDays(localDay(day), 1) },
});
const answer = (existing: readonly Override[], candidate: Override) => {
  const check = checkOverride(existing, candidate);
  return check.kind === 'refused' ? check.reason.code : check.kind;
};

describe('recording a personal change', () => {
  it.each<[string, readonly Override[], Override, string]>([
    ['of one day', [], leave('2026-03-02', '2026-03-03'), 'accepted'],
    ['that ends on its first day', [], leave('2026-03-02', '2026-03-02'), 'end-before-start'],
    ['that ends before it starts', [], leave('2026-03-02', '2026-03-01'), 'end-before-start'],
    [
      'next to another',
      [leave('2026-03-01', '2026-03-02', 'a')],
      leave('2026-03-02', '2026-03-03'),
      'accepted',
    ],
    [
      'on a day of another',
      [leave('2026-03-01', '2026-03-03', 'a')],
      leave('2026-03-02', '2026-03-05'),
      'contradicts',
    ],
    [
      'around another',
      [leave('2026-03-03', '2026-03-04', 'a')],
      leave('2026-03-02', '2026-03-05'),
      'contradicts',
    ],
    [
      'of other hours on leave',
      [leave('2026-03-01', '2026-03-04', 'a')],
      hours([aSlot()]),
      'contradicts',
    ],
    [
      'of leave on a swapped day',
      [swapped('2026-03-02')],
      leave('2026-03-01', '2026-03-05'),
      'accepted',
    ],
    [
      'of a swap on a day of leave',
      [leave('2026-03-01', '2026-03-05')],
      swapped('2026-03-02'),
      'contradicts',
    ],
    ['of other hours on a swapped day', [swapped('2026-03-02')], hours([aSlot()]), 'contradicts'],
    [
      'instead of itself',
      [leave('2026-03-01', '2026-03-03')],
      leave('2026-03-02', '2026-03-05'),
      'accepted',
    ],
    [
      'within a loan',
      [loan('2026-03-01', '2026-03-09')],
      leave('2026-03-02', '2026-03-05'),
      'accepted',
    ],
    [
      'two loans at once',
      [loan('2026-03-01', '2026-03-09', 'a')],
      loan('2026-03-08', '2026-03-10'),
      'contradicts',
    ],
    ['hours that overlap themselves', [], hours([aSlot({ durationMinutes: 2000 })]), 'bad-hours'],
    [
      'hours that overlap each other',
      [],
      hours([aSlot(), aSlot({ startMinute: 600 })]),
      'bad-hours',
    ],
    [
      'hours that run into those of the next day',
      [],
      {
        ...hours([
          aSlot({ durationMinutes: 1440 }),
          aSlot({ startMinute: 1920, durationMinutes: 1 }),
        ]),
        toDay: localDay('2026-03-04'),
      },
      'bad-hours',
    ],
    ['a day and a night in one go', [], hours([aSlot({ durationMinutes: 1440 })]), 'accepted'],
    ['half a shift', [], hours([aSlot({ durationMinutes: 240 })]), 'accepted'],
  ])('%s', (_, existing, candidate, expected) => {
    expect(answer(existing, candidate)).toBe(expected);
  });

  it('names the change that stands in the way', () => {
    const check = checkOverride(
      [leave('2026-03-01', '2026-03-03', 'a')],
      leave('2026-03-02', '2026-03-05'),
    );
    expect(check).toMatchObject({
      reason: { overrideId: 'a', fromDay: '2026-03-01', toDay: '2026-03-03' },
    });
  });

  it('may last 366 days and not one more', () => {
    const from = localDay('2026-03-02');
    const lasting = (count: number) =>
      answer([], { ...leave(from, from), toDay: addDays(from, count) });
    expect([lasting(366), lasting(367)]).toEqual(['accepted', 'too-long']);
  });
});

describe('an own sleep window', () => {
  it.each([
    [{}, []],
    [{ night: { startMinute: 1439, lengthMinutes: 240 } }, []],
    [{ night: { startMinute: 1440, lengthMinutes: 720 } }, ['bad-start']],
    [{ night: { startMinute: 0, lengthMinutes: 239 } }, ['bad-length']],
    [{ night: { startMinute: 0, lengthMinutes: 721 } }, ['bad-length']],
    [{ night: { startMinute: 0.5, lengthMinutes: NaN } }, ['bad-start', 'bad-length']],
    [{ afterNight: { delayMinutes: 240, lengthMinutes: 420 } }, []],
    [{ afterNight: { delayMinutes: 241, lengthMinutes: 60 } }, ['bad-delay', 'bad-length']],
  ])('%j has the problems %j', (preference, codes) => {
    expect(sleepPreferenceProblems(preference).map(({ code }) => code)).toEqual(codes);
  });
});
