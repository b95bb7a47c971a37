import {
  isRunningLow,
  mergeSlots,
  secondsLeft,
  slotAt,
  spacedDigits,
  type Slot,
} from '../../../../miniprogram/components/rotating-code/slot-clock';

const slot = (startAtMs: number, payload = `p${startAtMs}`): Slot => ({ startAtMs, payload });
const minute = [0, 15_000, 30_000, 45_000].map((startAtMs) => slot(startAtMs));

describe('the slot of an instant', () => {
  it('begins with its start and ends before the next one', () => {
    expect(slotAt(minute, 14_999)?.startAtMs).toBe(0);
    expect(slotAt(minute, 15_000)?.startAtMs).toBe(15_000);
  });

  it('is nobody before the first and after the last', () => {
    expect(slotAt(minute, -1)).toBeUndefined();
    expect(slotAt(minute, 60_000)).toBeUndefined();
  });
});

describe('the seconds it has left', () => {
  it.each([
    [0, 15],
    [1, 15],
    [6_000, 9],
    [14_001, 1],
    [14_999, 1],
  ])('at %d ms are %d', (nowMs, seconds) => {
    expect(secondsLeft(slot(0), nowMs)).toBe(seconds);
  });
});

describe('keeping slots', () => {
  it('runs low when fewer than four lie ahead', () => {
    const six = [...minute, slot(60_000), slot(75_000)];
    expect(isRunningLow(six, 15_000)).toBe(false);
    expect(isRunningLow(six, 30_000)).toBe(true);
  });

  it('drops what is over, keeps each start once and lets the newer answer win', () => {
    const merged = mergeSlots(minute, [slot(45_000, 'new'), slot(60_000)], 30_000);
    expect(merged.map(({ startAtMs, payload }) => [startAtMs, payload])).toEqual([
      [30_000, 'p30000'],
      [45_000, 'new'],
      [60_000, 'p60000'],
    ]);
  });
});

it('spaces six digits as people read them aloud', () => {
  expect(spacedDigits('048291')).toBe('048 291');
  expect(spacedDigits('04829117')).toBe('0482 9117');
});
