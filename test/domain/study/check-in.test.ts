import {
  CLAIM_TOLERANCE_MS,
  digitCountFor,
  MAX_WRONG_TYPED,
  CLAIM_UPLOAD_MS,
  decideEntry,
  decideScan,
} from '../../../domain/study/check-in';
import { CODES_AT_ONCE, SLOT_MS, slotOf, slotStartAtMs } from '../../../domain/study/check-in-code';
import { aSitting, HOUR, MINUTE, START } from './a-sitting';

describe('coming in', () => {
  test.each([
    { at: START - 30 * MINUTE, state: 'attended' },
    { at: START + 10 * MINUTE - 1, state: 'attended' },
    { at: START + 10 * MINUTE, state: 'late' },
    { at: START + HOUR - 1, state: 'late' },
  ])('at $at is $state', ({ at, state }) => {
    expect(decideEntry(false, aSitting(), at)).toEqual({ kind: 'enter', state });
  });

  test('too early says when it opens', () => {
    expect(decideEntry(false, aSitting(), START - 30 * MINUTE - 1)).toEqual({
      kind: 'refused',
      code: 'not-open-yet',
      opensAtMs: START - 30 * MINUTE,
    });
  });

  test('too late says when it closed, also when it was closed by hand', () => {
    expect(decideEntry(false, aSitting(), START + HOUR)).toEqual({
      kind: 'refused',
      code: 'closed',
      closedAtMs: START + HOUR,
    });
    const closed = aSitting({ closedAtMs: START + MINUTE });
    expect(decideEntry(false, closed, START + 2 * MINUTE)).toMatchObject({
      closedAtMs: START + MINUTE,
    });
  });

  test('a cancelled study refuses whatever the time', () => {
    expect(decideEntry(true, aSitting(), START)).toEqual({
      kind: 'refused',
      code: 'study-cancelled',
    });
  });
});

describe('a scan', () => {
  const slot = slotOf(START);
  const scan = (scannedSlot: number, claimedAtMs?: number) => ({ slot: scannedSlot, claimedAtMs });

  test('of a fresh code comes in, and a claim is not looked at', () => {
    expect(decideScan(false, aSitting(), scan(slot), START)).toEqual({
      kind: 'enter',
      state: 'attended',
    });
    expect(decideScan(false, aSitting(), scan(slot, 5), START)).toMatchObject({ kind: 'enter' });
  });

  test('of an old code without a claim is stale', () => {
    expect(decideScan(false, aSitting(), scan(slot - 2), START)).toEqual({
      kind: 'refused',
      code: 'code-stale',
    });
  });

  test('too early or of a cancelled study is refused for that, whatever it claims', () => {
    expect(decideScan(true, aSitting(), scan(slot - 9, START), START)).toMatchObject({
      code: 'study-cancelled',
    });
    const early = START - HOUR;
    expect(decideScan(false, aSitting(), scan(slotOf(early) - 9, early), early)).toMatchObject({
      code: 'not-open-yet',
    });
  });

  describe('handed in later', () => {
    const nowMs = START + 20 * MINUTE;
    const slotAtMs = slotStartAtMs(slot);
    const late = (claimedAtMs: number, at = nowMs, ofSlot = slot) =>
      decideScan(false, aSitting(), scan(ofSlot, claimedAtMs), at);

    test('is a claim when the phone agrees with the code', () => {
      expect(late(START + 3_000)).toEqual({
        kind: 'claim',
        slotAtMs,
        claimedAtMs: START + 3_000,
      });
    });

    test('may lie two minutes beside the slot, on either side, and no more', () => {
      const endMs = slotAtMs + SLOT_MS;
      expect(late(slotAtMs - CLAIM_TOLERANCE_MS)).toMatchObject({ kind: 'claim' });
      expect(late(slotAtMs - CLAIM_TOLERANCE_MS - 1)).toMatchObject({ code: 'code-stale' });
      expect(late(endMs + CLAIM_TOLERANCE_MS - 1)).toMatchObject({ kind: 'claim' });
      expect(late(endMs + CLAIM_TOLERANCE_MS)).toMatchObject({ code: 'code-stale' });
    });

    test('counts after closing for 24 hours', () => {
      const closesAtMs = START + HOUR;
      expect(late(START, closesAtMs)).toMatchObject({ kind: 'claim' });
      expect(late(START, closesAtMs + CLAIM_UPLOAD_MS - 1)).toMatchObject({ kind: 'claim' });
      expect(late(START, closesAtMs + CLAIM_UPLOAD_MS)).toMatchObject({
        code: 'closed',
        closedAtMs: closesAtMs,
      });
    });

    test('does not count for a code of before opening or after closing', () => {
      const opensAtMs = START - 30 * MINUTE;
      const before = slotOf(opensAtMs) - 1;
      expect(late(slotStartAtMs(before), nowMs, before)).toMatchObject({ code: 'code-stale' });
      expect(late(opensAtMs, nowMs, slotOf(opensAtMs))).toMatchObject({ kind: 'claim' });
      const afterMs = START + HOUR;
      expect(late(afterMs, afterMs + HOUR, slotOf(afterMs))).toMatchObject({ code: 'closed' });
      expect(late(afterMs, afterMs + HOUR, slotOf(afterMs) - 1)).toMatchObject({ kind: 'claim' });
    });

    test('does not count for a code that the presenter has not shown yet', () => {
      const ahead = slot + 8;
      expect(late(slotStartAtMs(ahead), START, ahead)).toMatchObject({ code: 'code-stale' });
    });
  });
});

describe('how many digits are typed', () => {
  test.each([
    { people: 0, digits: 6 },
    { people: 66, digits: 6 },
    { people: 67, digits: 8 },
    { people: 6_666, digits: 8 },
    { people: 6_667, digits: 10 },
    { people: 1_000_000, digits: 10 },
  ])('in a branch of $people: $digits', ({ people, digits }) => {
    expect(digitCountFor(people)).toBe(digits);
  });

  test('leaves all of them guessing together less than one sitting in 1,000', () => {
    for (const people of [1, 20, 66, 67, 500, 6_000, 60_000]) {
      const guesses = people * MAX_WRONG_TYPED * CODES_AT_ONCE;
      expect(guesses / 10 ** digitCountFor(people)).toBeLessThan(1 / 1000);
    }
  });
});
