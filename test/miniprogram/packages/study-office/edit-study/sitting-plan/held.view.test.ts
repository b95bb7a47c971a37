import {
  aheadIn,
  heldIn,
  nothingFound,
  overText,
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

test('of a draft that was left lying nobody is counted for a time that is over, and it says so', () => {
  const sittings = [held('over', 10), held('ahead', 30)];
  expect(aheadIn(sittings, 10).map(({ sittingId }) => sittingId)).toEqual(['ahead']);
  const said = (nowMs: number) => overText(sittings, aheadIn(sittings, nowMs));
  expect([said(5), said(10), said(40)]).toEqual([
    '',
    '有 1 场的时间已经过了，没有算在内。',
    '时间已经过了，换个时间才能看谁能来。',
  ]);
});
