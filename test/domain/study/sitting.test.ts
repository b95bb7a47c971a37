import {
  closingAtMs,
  finalAtMs,
  firstStartAtMs,
  heldSittings,
  lastStartAtMs,
  phaseOf,
} from '../../../domain/study/sitting';
import { aSitting, aSittingAt, HOUR, MINUTE, START } from './a-sitting';

test.each([
  { at: 'before it opens', nowMs: START - 30 * MINUTE - 1, phase: 'not-open-yet' },
  { at: 'when it opens', nowMs: START - 30 * MINUTE, phase: 'open' },
  { at: 'just before it closes', nowMs: START + HOUR - 1, phase: 'open' },
  { at: 'when it closes', nowMs: START + HOUR, phase: 'closed' },
])('$at a sitting is $phase', ({ nowMs, phase }) => {
  expect(phaseOf(aSitting(), nowMs)).toBe(phase);
});

test('closing by hand closes at that instant', () => {
  const sitting = aSitting({ closedAtMs: START + MINUTE });
  expect(phaseOf(sitting, START + MINUTE - 1)).toBe('open');
  expect(phaseOf(sitting, START + MINUTE)).toBe('closed');
});

test('closing by hand after the planned closing does not keep it open longer', () => {
  expect(closingAtMs(aSitting({ closedAtMs: START + 2 * HOUR }))).toBe(START + HOUR);
});

test('a register is final when the last of its sittings has closed, whatever their order', () => {
  const late = aSittingAt(START + 9 * HOUR);
  expect(finalAtMs([late, aSitting()])).toBe(START + 10 * HOUR);
  expect(finalAtMs([{ ...late, closedAtMs: START + 9 * HOUR }, aSitting()])).toBe(START + 9 * HOUR);
});

test('the first and the last start are found in any order', () => {
  const sittings = [aSittingAt(START + HOUR), aSittingAt(START), aSittingAt(START + 2 * HOUR)];
  expect(firstStartAtMs(sittings)).toBe(START);
  expect(lastStartAtMs(sittings)).toBe(START + 2 * HOUR);
});

test.each([
  { closed: 'before its start', closedAtMs: START, held: 0 },
  { closed: 'after its start', closedAtMs: START + 1, held: 1 },
  { closed: 'by the hour, another by the cancelling', closedAtMs: null, held: 1 },
])('of a cancelled study a sitting that closed $closed: $held held', ({ closedAtMs, held }) => {
  const ahead = aSittingAt(START + 9 * HOUR);
  const sittings = [aSitting({ closedAtMs }), { ...ahead, closedAtMs: START + 2 * HOUR }];
  expect(heldSittings(sittings)).toEqual(sittings.slice(0, held));
});

test('of a study cancelled before cancelling closed anything, nothing is known to have been held', () => {
  expect(heldSittings([aSitting(), aSittingAt(START + 9 * HOUR)])).toEqual([]);
});
