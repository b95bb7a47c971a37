import {
  isAsked,
  unknownInAudience,
  type Audience,
  type Person,
} from '../../../domain/people/audience';
import { localDay } from '../../../domain/time/local-day';
import { aPerson } from '../../builders/people';

const TODAY = localDay('2025-03-05');
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
  const asked = PEOPLE.filter((person) => isAsked({ branchId: 'own', audience }, person, TODAY));
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

test.each<[string, Partial<Person>, boolean]>([
  ['is of the branch', {}, true],
  ['is of another branch', { branchId: 'other' }, false],
  ['leaves tomorrow', { leftDay: localDay('2025-03-06') }, true],
  ['left today', { leftDay: TODAY }, false],
  ['left long ago', { leftDay: localDay('2024-01-01') }, false],
])('somebody who %s: %j is asked: %s', (_name, person, asked) => {
  const asking = { branchId: 'own', audience: { kind: 'people', memberIds: ['a'] } } as const;
  expect(isAsked(asking, aPerson('a', person), TODAY)).toBe(asked);
});
