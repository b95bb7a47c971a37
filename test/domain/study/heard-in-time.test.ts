import { isHeardInTime } from '../../../domain/study/heard-in-time';
import { at } from '../shift/people';

const sitting = (start: string) => ({ startAtMs: at(start), endAtMs: at(start) + 40 * 60_000 });

test.each([
  ['2026-03-06 09:00', true],
  ['2026-03-06 09:01', false],
  ['2026-03-06 10:00', false],
])('heard at %s of a sitting at 10:00 in time: %s', (heard, isInTime) => {
  expect(isHeardInTime(at(heard), [sitting('2026-03-06 10:00')])).toBe(isInTime);
});

test('a later sitting that suits is enough, and whom nothing rings for hears of none', () => {
  const sittings = [sitting('2026-03-06 10:00'), sitting('2026-03-07 10:00')];
  expect(isHeardInTime(at('2026-03-06 11:00'), sittings)).toBe(true);
  expect(isHeardInTime(null, sittings)).toBe(false);
});
