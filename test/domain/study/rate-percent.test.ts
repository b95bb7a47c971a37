import { ratePercent } from '../../../domain/study/rate-percent';

test.each<[part: number, of: number, percent: number | null]>([
  [0, 0, null],
  [0, 3, 0],
  [1, 3, 33],
  [1, 2, 50],
  [2, 3, 67],
  [198, 199, 99],
  [199, 200, 99],
  [999, 1000, 99],
  [3, 3, 100],
])('%d of %d is %s per cent', (part, of, percent) => {
  expect(ratePercent(part, of)).toBe(percent);
});
