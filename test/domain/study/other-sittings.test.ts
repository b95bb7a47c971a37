import { isSamePlace, sittingsTaking } from '../../../domain/study/other-sittings';
import { aPerson, at } from '../shift/people';

/** Crew `one` works 8:00 to 14:00 on the 4th and rests on the 6th. */
const one = aPerson();
const sitting = (sittingId: string, start: string) => ({
  sittingId,
  startAtMs: at(start),
  endAtMs: at(start) + 40 * 60_000,
});
const sittings = [
  sitting('on-duty', '2026-03-04 10:00'),
  sitting('rest', '2026-03-06 10:00'),
  sitting('later', '2026-03-06 15:00'),
];
const taking = (answer: Parameters<typeof sittingsTaking>[2]) =>
  sittingsTaking(one, sittings, answer).map(({ sittingId }) => sittingId);

test('who has said nothing may be at each sitting that their rota lets them come to', () => {
  expect(taking({ kind: 'none' })).toEqual(['rest', 'later']);
});

test('who has chosen one goes to that one, on duty or not', () => {
  expect(taking({ kind: 'chosen', sittingId: 'later' })).toEqual(['later']);
  expect(taking({ kind: 'chosen', sittingId: 'on-duty' })).toEqual(['on-duty']);
});

test('who is on leave from it goes to none', () => {
  expect(taking({ kind: 'not-coming' })).toEqual([]);
});

test.each([
  ['room 306', ' room 306 ', true],
  ['room 306', 'room 307', false],
  ['', '  ', false],
])('%j and %j are one room: %s', (a, b, isSame) => {
  expect(isSamePlace(a, b)).toBe(isSame);
});
