import {
  heldIn,
  nothingFound,
  placesKey,
  timesKey,
  toWeighed,
  withFound,
  type Held,
} from '../../../../../../miniprogram/packages/study-office/edit-study/sitting-plan/held.view';
import type { Plan } from '../../../../../../miniprogram/packages/study-office/edit-study/sitting-plan/sitting-plan.view';

const held = (sittingId: string, startAtMs: number, given: Partial<Held> = {}): Held => ({
  sittingId,
  place: '',
  startAtMs,
  endAtMs: startAtMs + 10,
  ...given,
});
const asked = { kind: 'theme-day' as const, audience: { kind: 'branch' as const } };

test('what is weighed stands in the order of the answer, with a place where one is written', () => {
  const sittings = [
    held('b', 20),
    held('a', 10, { place: ' 306 ' }),
    held('c', 30, { endAtMs: 30 }),
  ];
  expect(heldIn(sittings).map(({ sittingId }) => sittingId)).toEqual(['a', 'b']);
  expect(toWeighed(heldIn(sittings))).toEqual([
    { startAtMs: 10, endAtMs: 20, place: '306' },
    { startAtMs: 20, endAtMs: 30 },
  ]);
});

test('a place changes where, not when', () => {
  const [one, other] = [[held('a', 10)], [held('a', 10, { place: '306' })]];
  expect(timesKey(asked, one)).toBe(timesKey(asked, other));
  expect(placesKey(one)).not.toBe(placesKey(other));
});

test('that no fewer would do still holds of the times that were found, and of no others', () => {
  const weighed = { isFewest: null, holidays: [] } as unknown as Plan;
  const found = { ...nothingFound, times: 'found', isFewest: true };
  expect(withFound(weighed, 'found', found).isFewest).toBe(true);
  expect(withFound(weighed, 'moved', found).isFewest).toBeNull();
});
