import fc from 'fast-check';
import {
  compareRoster,
  type ListLine,
  type Present,
  type Stranger,
} from '../../../domain/people/roster-list';

const LIMITS = { nameMost: 30, number: { least: 2, most: 20 } };

const aLine = (line: number, rest: Partial<ListLine> = {}): ListLine => ({
  line,
  name: `Name ${line}`,
  staffNumber: `N${line}`,
  group: { kind: 'unsaid' },
  crew: { kind: 'unsaid' },
  standing: { kind: 'unsaid' },
  ...rest,
});
const aPresent = (number: number, rest: Partial<Present> = {}): Present => ({
  memberId: `m${number}`,
  name: `Name ${number}`,
  staffNumber: `N${number}`,
  groupId: 'g1',
  crewId: 'c1',
  standing: 'member',
  holdsOffice: false,
  isTouchable: true,
  ...rest,
});
const aStranger = (number: number, rest: Partial<Stranger> = {}): Stranger => ({
  memberId: `s${number}`,
  name: `Name ${number}`,
  staffNumber: `N${number}`,
  branchName: null,
  ...rest,
});
const compare = (
  lines: readonly ListLine[],
  present: readonly Present[] = [],
  strangers: readonly Stranger[] = [],
) => compareRoster(lines, present, strangers, LIMITS);

test.each<[string, Partial<ListLine>, string, string, string]>([
  ['no name', { name: '' }, 'name-missing', '', ''],
  ['a name of 31', { name: 'x'.repeat(31) }, 'name-unfit', 'x'.repeat(30), ''],
  ['a name that was not read', { name: '\ufffd' }, 'name-unfit', '\ufffd', ''],
  ['no number', { staffNumber: '' }, 'number-missing', '', ''],
  ['a number of one', { staffNumber: '1' }, 'number-unfit', '1', ''],
  ['a number of 21', { staffNumber: '1'.repeat(21) }, 'number-unfit', '1'.repeat(21), ''],
  ['a number with words', { staffNumber: 'A/1' }, 'number-unfit', 'A/1', ''],
  [
    'a group that is not there',
    { group: { kind: 'unknown', written: 'four' } },
    'unknown-group',
    'four',
    '',
  ],
  [
    'a crew that is not there',
    { crew: { kind: 'unknown', written: 'four' } },
    'unknown-crew',
    'four',
    '',
  ],
  [
    'a standing that is none',
    { standing: { kind: 'unknown', written: '?' } },
    'unknown-standing',
    '?',
    '',
  ],
])('%s is a problem', (_, rest, code, written, other) => {
  const diff = compare([aLine(2, rest)]);
  expect(diff.problems).toEqual([expect.objectContaining({ line: 2, code, written, other })]);
  expect(diff.fresh).toEqual([]);
});

test('a line names all that is wrong in it, the first as itself', () => {
  const unknown = (written: string) => ({ kind: 'unknown', written }) as const;
  const places = { group: unknown('g'), crew: unknown('c'), standing: unknown('s') };
  const codesOf = (rest: Partial<ListLine>, ...present: Present[]) =>
    compare([aLine(1, rest)], present).problems.map(({ code, also = [] }) => [
      code,
      ...also.map((each) => each.code),
    ]);
  expect(codesOf(places)).toEqual([['unknown-group', 'unknown-crew', 'unknown-standing']]);
  expect(compare([aLine(1, places)]).problems[0]).toMatchObject({
    written: 'g',
    also: [{ written: 'c' }, { written: 's' }],
  });
  expect(codesOf({ name: '', staffNumber: '', crew: unknown('c') })).toEqual([
    ['name-missing', 'number-missing', 'unknown-crew'],
  ]);
  expect(codesOf({ group: unknown('g') }, aPresent(1, { name: 'Somebody' }))).toEqual([
    ['number-of-other', 'unknown-group'],
  ]);
  expect(codesOf({ group: unknown('g') }, aPresent(1, { isTouchable: false }))).toEqual([
    ['unknown-group', 'not-yours'],
  ]);
  const standing = { kind: 'one', standing: 'probationary-member' } as const;
  expect(codesOf({ crew: unknown('c'), standing }, aPresent(1, { holdsOffice: true }))).toEqual([
    ['unknown-crew', 'holds-office'],
  ]);
});

test('a number that stands twice names who has it in the first line', () => {
  const { problems, fresh } = compare([aLine(2), aLine(3, { staffNumber: 'N2' })]);
  expect(problems).toMatchObject([
    { line: 3, code: 'number-twice', written: 'N2', other: 'Name 2' },
  ]);
  expect(fresh).toHaveLength(1);
});

test('a number of somebody of another name is a problem, in the branch and outside', () => {
  const other = { name: 'Somebody' };
  const code = 'number-of-other';
  const expected = [{ code, written: 'N1', other: 'Somebody' }];
  expect(compare([aLine(1)], [aPresent(1, other)]).problems).toMatchObject(expected);
  expect(compare([aLine(1)], [], [aStranger(1, other)]).problems).toMatchObject(expected);
});

test('names that are written otherwise are the same', () => {
  expect(compare([aLine(1, { name: 'NAME　1' })], [aPresent(1)]).same).toBe(1);
});

test('who is in another branch stays there; who has left comes back as who they were', () => {
  expect(compare([aLine(1)], [], [aStranger(1, { branchName: 'other' })]).problems).toMatchObject([
    { code: 'in-other-branch', other: 'other' },
  ]);
  expect(compare([aLine(1)], [], [aStranger(1)]).fresh).toMatchObject([{ backAs: 's1' }]);
});

test('what a cell says is changed, what it does not say stays', () => {
  const { changed, same } = compare(
    [
      aLine(1, { crew: { kind: 'one', id: 'c2' } }),
      aLine(2, { group: { kind: 'none' } }),
      aLine(3, { standing: { kind: 'one', standing: 'probationary-member' } }),
      aLine(4, { crew: { kind: 'one', id: 'c1' }, group: { kind: 'one', id: 'g1' } }),
      aLine(5),
    ],
    [1, 2, 3, 4, 5].map((number) => aPresent(number)),
  );
  expect(same).toBe(2);
  expect(changed.map(({ groupId, crewId, standing }) => [groupId, crewId, standing])).toEqual([
    ['g1', 'c2', 'member'],
    [null, 'c1', 'member'],
    ['g1', 'c1', 'probationary-member'],
  ]);
});

test('who holds an office stays a full member, and of the committee office only it changes anything', () => {
  const crew = { kind: 'one', id: 'c2' } as const;
  const standing = { kind: 'one', standing: 'probationary-member' } as const;
  const { problems, changed, same } = compare(
    [aLine(1, { standing }), aLine(2, { crew }), aLine(3), aLine(4, { crew })],
    [
      aPresent(1, { holdsOffice: true }),
      aPresent(2, { isTouchable: false }),
      aPresent(3, { isTouchable: false }),
      aPresent(4, { holdsOffice: true }),
    ],
  );
  expect(problems).toMatchObject([
    { line: 1, code: 'holds-office' },
    { line: 2, code: 'not-yours' },
  ]);
  expect([changed.length, same]).toEqual([1, 1]);
});

test('who stands in no line is leaving, also where a line with their number has a problem', () => {
  const { leaving } = compare([aLine(1, { name: '' })], [aPresent(1), aPresent(2)]);
  expect(leaving.map(({ memberId }) => memberId)).toEqual(['m2']);
});

test('every line is one of four, whatever the list and the roster', () => {
  const someLine = fc.record({
    number: fc.integer({ min: 0, max: 9 }),
    name: fc.constantFrom('Name 1', 'Name 2', ''),
    crew: fc.constantFrom<ListLine['crew']>(
      { kind: 'unsaid' },
      { kind: 'none' },
      { kind: 'one', id: 'c2' },
      { kind: 'unknown', written: 'x' },
    ),
  });
  fc.assert(
    fc.property(
      fc.array(someLine),
      fc.subarray([1, 2, 3]),
      fc.subarray([4, 5]),
      (rows, here, far) => {
        const lines = rows.map(({ number, name, crew }, at) =>
          aLine(at + 2, { staffNumber: `N${number}`, name, crew }),
        );
        const present = here.map((number) => aPresent(number, { name: 'Name 1' }));
        const strangers = far.map((number) => aStranger(number, { name: 'Name 2' }));
        const { problems, same, changed, fresh, leaving } = compare(lines, present, strangers);
        expect(problems.length + same + changed.length + fresh.length).toBe(lines.length);
        const known = new Set([...problems, ...changed, ...fresh].map(({ line }) => line));
        expect(known.size + same).toBe(lines.length);
        expect(leaving.length).toBeLessThanOrEqual(present.length);
      },
    ),
  );
});
