import { burdenOf } from '../../../domain/branch/burden';

test.each([
  ['nobody was asked', [], 0, 0],
  ['one person', [[60, 1]], 60, 60],
  [
    'of two the lower is the median',
    [
      [60, 1],
      [90, 1],
    ],
    60,
    90,
  ],
  [
    'of three the middle',
    [
      [90, 1],
      [60, 1],
      [30, 1],
    ],
    60,
    90,
  ],
  [
    'people of the same minutes count each',
    [
      [30, 2],
      [60, 3],
    ],
    60,
    60,
  ],
  [
    'half of an even number is the lower',
    [
      [30, 3],
      [60, 3],
    ],
    30,
    60,
  ],
  [
    'a number of minutes that nobody has says nothing',
    [
      [30, 1],
      [300, 0],
    ],
    30,
    30,
  ],
] as const)('%s', (_name, asked, medianMinutes, highestMinutes) => {
  const list = asked.map(([minutes, people]) => ({ minutes, people }));
  expect(burdenOf(list)).toEqual({ medianMinutes, highestMinutes });
});
