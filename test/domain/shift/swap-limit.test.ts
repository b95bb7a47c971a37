import { swapLimitAtMs, type SwapTake } from '../../../domain/shift/swap-limit';
import { localDay } from '../../../domain/time/local-day';
import { at } from './people';

const DAY = localDay('2026-03-04');
const NEXT = localDay('2026-03-05');
const REST = { startMinute: 0, durationMinutes: 0 };
const from = (hour: number) => ({ startMinute: hour * 60, durationMinutes: 360 });
const take = (
  proposer: SwapTake['proposer'],
  partner: SwapTake['partner'],
  day = DAY,
): SwapTake => ({ day, proposer, partner });

describe('the limit of a swap', () => {
  it.each<[string, readonly SwapTake[], string]>([
    ['the earlier of the two shifts', [take([from(20)], [from(14)])], '2026-03-04 14:00'],
    ['the only one, when the other rests', [take([REST], [from(20)])], '2026-03-04 20:00'],
    [
      'the first of several days',
      [take([], [from(20)]), take([from(8)], [], NEXT)],
      '2026-03-04 20:00',
    ],
    [
      'a later day, when both rest on the first',
      [take([REST], []), take([from(8)], [], NEXT)],
      '2026-03-05 08:00',
    ],
    ['a night that is counted to the day before', [take([from(24)], [])], '2026-03-05 00:00'],
    ['midnight, where nothing was kept', [], '2026-03-04 00:00'],
  ])('is %s', (_, takes, expected) => {
    expect(swapLimitAtMs([DAY, NEXT], takes)).toBe(at(expected));
  });
});
