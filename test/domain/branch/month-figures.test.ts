import {
  addSums,
  crewSumsOf,
  NO_SUMS,
  sumsOf,
  type CountedLines,
} from '../../../domain/branch/month-figures';

const lines = (
  state: CountedLines['state'],
  count: number,
  more: Partial<CountedLines> = {},
): CountedLines => ({
  studyId: 'study',
  crewId: 'one',
  state,
  keptBy: state === 'on-duty' || state === 'asleep' ? state : null,
  count,
  ...more,
});

test.each<[string, CountedLines, object]>([
  ['attended', lines('attended', 3), { attended: 3, couldAttend: 3 }],
  ['late is attended', lines('late', 3), { attended: 3, couldAttend: 3 }],
  ['made up is attended', lines('made-up', 3), { attended: 3, couldAttend: 3 }],
  ['absent could have come', lines('absent', 3), { attended: 0, couldAttend: 3 }],
  ['what waits to be confirmed is not attended yet', lines('to-confirm', 3), { attended: 0 }],
  ['on duty could not', lines('on-duty', 3), { attended: 0, couldAttend: 0, leftOutOnLeave: 0 }],
  [
    'who came although on duty could',
    lines('attended', 3, { keptBy: 'on-duty' }),
    { attended: 3, couldAttend: 3 },
  ],
  [
    'leave asked by who was on duty is left out as duty',
    lines('excused', 3, { keptBy: 'on-duty' }),
    { attended: 0, couldAttend: 0, leftOutOnLeave: 0 },
  ],
  [
    'who was away is left out as leave',
    lines('excused', 3, { keptBy: 'away' }),
    { attended: 0, couldAttend: 0, leftOutOnLeave: 3 },
  ],
  [
    'who was away, and marked absent, too',
    lines('absent', 3, { keptBy: 'away' }),
    { couldAttend: 0, leftOutOnLeave: 3 },
  ],
  [
    'who slept is left out as that',
    lines('asleep', 3),
    { couldAttend: 0, leftOutOnLeave: 0, leftOutAsleep: 3 },
  ],
  [
    'who slept and came could',
    lines('attended', 3, { keptBy: 'asleep' }),
    { attended: 3, couldAttend: 3, leftOutAsleep: 0 },
  ],
  [
    'leave asked by who slept is left out as sleep',
    lines('excused', 3, { keptBy: 'asleep' }),
    { couldAttend: 0, leftOutAsleep: 3 },
  ],
  [
    'what was entered outweighs what was noted',
    lines('on-duty', 3, { keptBy: 'asleep' }),
    { couldAttend: 0, leftOutAsleep: 0 },
  ],
  ['leave for a day is not left out', lines('excused', 3), { couldAttend: 3, leftOutOnLeave: 0 }],
])('%s', (_name, counted, sums) => {
  expect(sumsOf([counted])).toMatchObject({ asked: 3, ...sums });
});

test('nothing sums to nothing', () => {
  expect(sumsOf([])).toEqual(NO_SUMS);
  expect(crewSumsOf([])).toEqual([]);
});

test('crews stand once each, and their sums are those of all', () => {
  const all = [
    lines('attended', 4),
    lines('absent', 1, { crewId: null }),
    lines('on-duty', 2, { crewId: 'two' }),
    lines('absent', 2, { studyId: 'other' }),
  ];
  const crews = crewSumsOf(all);
  expect(crews).toEqual([
    { crewId: 'one', attended: 4, couldAttend: 6 },
    { crewId: null, attended: 0, couldAttend: 1 },
    { crewId: 'two', attended: 0, couldAttend: 0 },
  ]);
  const { attended, couldAttend } = sumsOf(all);
  expect(crews.reduce((sum, crew) => sum + crew.attended, 0)).toBe(attended);
  expect(crews.reduce((sum, crew) => sum + crew.couldAttend, 0)).toBe(couldAttend);
  expect(addSums(all.map((line) => sumsOf([line])))).toEqual(sumsOf(all));
});
