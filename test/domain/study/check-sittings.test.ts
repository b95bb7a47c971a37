import {
  FARTHEST_START_MS,
  faultOfSittings,
  LONGEST_MARGIN_MS,
  LONGEST_SITTING_MS,
  SHORTEST_SITTING_MS,
  type SittingFault,
} from '../../../domain/study/check-sittings';
import type { Sitting } from '../../../domain/study/sitting';
import { aSitting, aSittingAt, HOUR, MINUTE, START } from './a-sitting';

const NOW = START - 24 * HOUR;
const faultOf = (sitting: Partial<Sitting>, nowMs = NOW) =>
  faultOfSittings([aSitting(sitting)], nowMs)?.fault;

test('a plain sitting tomorrow is fine', () => {
  expect(faultOfSittings([aSitting()], NOW)).toBeUndefined();
});

const refused: readonly { why: string; sitting: Partial<Sitting>; fault: SittingFault }[] = [
  { why: 'ends when it starts', sitting: { endAtMs: START }, fault: 'ends-before-start' },
  { why: 'ends before it starts', sitting: { endAtMs: START - 1 }, fault: 'ends-before-start' },
  {
    why: 'is over in no time',
    sitting: { endAtMs: START + SHORTEST_SITTING_MS - 1 },
    fault: 'too-short',
  },
  {
    why: 'lasts longer than a shift',
    sitting: { endAtMs: START + LONGEST_SITTING_MS + 1 },
    fault: 'too-long',
  },
  { why: 'opens after it starts', sitting: { opensAtMs: START + 1 }, fault: 'opens-after-start' },
  {
    why: 'opens days before',
    sitting: { opensAtMs: START - LONGEST_MARGIN_MS - 1 },
    fault: 'opens-too-early',
  },
  {
    why: 'calls people late before it starts',
    sitting: { lateAfterAtMs: START - 1 },
    fault: 'late-before-start',
  },
  {
    why: 'closes before anybody is late',
    sitting: { closesAtMs: START + 10 * MINUTE - 1 },
    fault: 'closes-before-late',
  },
  {
    why: 'closes when it starts',
    sitting: { lateAfterAtMs: START, closesAtMs: START },
    fault: 'closes-before-late',
  },
  {
    why: 'stays open for days',
    sitting: { closesAtMs: START + HOUR + LONGEST_MARGIN_MS + 1 },
    fault: 'closes-too-late',
  },
];

test.each(refused)('a sitting that $why is refused: $fault', ({ sitting, fault }) => {
  expect(faultOf(sitting)).toBe(fault);
});

test('each limit itself is allowed', () => {
  const allowed: readonly Partial<Sitting>[] = [
    { endAtMs: START + SHORTEST_SITTING_MS },
    { endAtMs: START + LONGEST_SITTING_MS },
    { opensAtMs: START },
    { opensAtMs: START - LONGEST_MARGIN_MS },
    { lateAfterAtMs: START },
    { closesAtMs: START + 10 * MINUTE },
    { closesAtMs: START + HOUR + LONGEST_MARGIN_MS },
  ];
  expect(allowed.map((sitting) => faultOf(sitting))).toEqual(allowed.map(() => undefined));
});

test('a sitting cannot start in the past nor in years, but now is fine', () => {
  expect(faultOf({}, START + 1)).toBe('starts-in-past');
  expect(faultOf({}, START)).toBeUndefined();
  expect(faultOf({}, START - FARTHEST_START_MS)).toBeUndefined();
  expect(faultOf({}, START - FARTHEST_START_MS - 1)).toBe('starts-too-far');
});

test('a sitting that was there and is not moved may have started', () => {
  const known = [aSitting()];
  expect(faultOfSittings([aSitting({ closesAtMs: START + 2 * HOUR })], START + 1, known)).toBe(
    undefined,
  );
  expect(faultOfSittings([aSittingAt(START - MINUTE)], START + 1, known)).toEqual({
    sittingId: 'sitting-1',
    fault: 'starts-in-past',
  });
});

test('there is at least one sitting, at most twelve, and no id twice', () => {
  const many = Array.from({ length: 13 }, (_, index) => aSitting({ sittingId: `s-${index}` }));
  expect(faultOfSittings([], NOW)).toEqual({ sittingId: '', fault: 'none' });
  expect(faultOfSittings(many, NOW)).toEqual({ sittingId: '', fault: 'too-many' });
  expect(faultOfSittings(many.slice(0, 12), NOW)).toBeUndefined();
  expect(faultOfSittings([aSitting(), aSitting()], NOW)).toEqual({
    sittingId: 'sitting-1',
    fault: 'same-id',
  });
});

test('the first faulty sitting is named', () => {
  const sittings = [aSitting(), aSitting({ sittingId: 'second', endAtMs: START })];
  expect(faultOfSittings(sittings, NOW)?.sittingId).toBe('second');
});
