import fc from 'fast-check';
import {
  isInAudience,
  planLines,
  unknownInAudience,
  type Audience,
  type KnownLine,
  type Person,
} from '../../../domain/people/audience';

const aPerson = (memberId: string, person: Partial<Person> = {}): Person => ({
  memberId,
  groupId: null,
  crewId: null,
  ...person,
});
const PEOPLE = [
  aPerson('a', { groupId: 'g1', crewId: 'c1' }),
  aPerson('b', { groupId: 'g2', crewId: 'c1' }),
  aPerson('c'),
];

test.each<{ audience: Audience; ids: readonly string[] }>([
  { audience: { kind: 'branch' }, ids: ['a', 'b', 'c'] },
  { audience: { kind: 'groups', groupIds: ['g1', 'g9'] }, ids: ['a'] },
  { audience: { kind: 'crews', crewIds: ['c1'] }, ids: ['a', 'b'] },
  { audience: { kind: 'people', memberIds: ['c', 'a'] }, ids: ['a', 'c'] },
])('of three people $audience asks $ids', ({ audience, ids }) => {
  const asked = PEOPLE.filter((person) => isInAudience(audience, person));
  expect(asked.map(({ memberId }) => memberId)).toEqual(ids);
});

test.each<{ audience: Audience; unknown: readonly string[] }>([
  { audience: { kind: 'branch' }, unknown: [] },
  { audience: { kind: 'groups', groupIds: ['g1', 'g9'] }, unknown: ['g9'] },
  { audience: { kind: 'crews', crewIds: ['c2', 'c1'] }, unknown: ['c2'] },
  { audience: { kind: 'people', memberIds: ['c', 'z'] }, unknown: ['z'] },
])('$audience names $unknown that nobody knows', ({ audience, unknown }) => {
  expect(unknownInAudience(audience, PEOPLE, ['g1', 'g2'])).toEqual(unknown);
});

test('lines are added, asked again and released', () => {
  const lines: readonly KnownLine[] = [
    { memberId: 'a', isExpected: false },
    { memberId: 'b', isExpected: true },
    { memberId: 'gone', isExpected: true },
    { memberId: 'long-gone', isExpected: false },
  ];
  const plan = planLines({ kind: 'branch' }, PEOPLE, lines);
  expect(plan.add.map(({ memberId }) => memberId)).toEqual(['c']);
  expect(plan.expect).toEqual(['a']);
  expect(plan.release).toEqual(['gone']);
});

test('carrying a plan out leaves exactly the audience expected, and nothing to do', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'));
  const lines = fc.uniqueArray(
    fc.record({ memberId: fc.constantFrom('a', 'c', 'x', 'y'), isExpected: fc.boolean() }),
    { selector: ({ memberId }) => memberId },
  );
  fc.assert(
    fc.property(ids, ids, lines, (branch, asked, before) => {
      const people = branch.map((id) => aPerson(id));
      const audience: Audience = { kind: 'people', memberIds: asked };
      const plan = planLines(audience, people, before);
      const after = [
        ...before.map(({ memberId, isExpected }) => ({
          memberId,
          isExpected:
            plan.expect.includes(memberId) || (isExpected && !plan.release.includes(memberId)),
        })),
        ...plan.add.map(({ memberId }) => ({ memberId, isExpected: true })),
      ];
      const expected = after.filter((line) => line.isExpected).map(({ memberId }) => memberId);
      expect(expected.sort()).toEqual(branch.filter((id) => asked.includes(id)).sort());
      expect(planLines(audience, people, after)).toEqual({ add: [], expect: [], release: [] });
    }),
  );
});
