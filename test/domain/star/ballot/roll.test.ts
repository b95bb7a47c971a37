import { rollOf, type PossibleVoter } from '../../../../domain/star/ballot/roll';
import { localDay } from '../../../../domain/time/local-day';

const DAY = localDay('2026-04-07');
const voter = (memberId: string, changes: Partial<PossibleVoter> = {}): PossibleVoter => ({
  memberId,
  branchId: 'own',
  isEntitled: true,
  leftDay: null,
  ...changes,
});

test.each([
  ['a full member', {}, true],
  ['a probationary member', { isEntitled: false }, false],
  ['somebody of another branch', { branchId: 'other' }, false],
  ['who left the day before', { leftDay: localDay('2026-04-06') }, false],
  ['who leaves on the day', { leftDay: DAY }, false],
  ['who leaves the day after', { leftDay: localDay('2026-04-08') }, true],
] as const)('%s: %s', (_, changes, isOn) => {
  expect(rollOf([voter('ann', changes)], 'own', DAY)).toEqual(isOn ? ['ann'] : []);
});

test('the roll is in the order of ids, each once; of nobody it is empty', () => {
  expect(rollOf([voter('cy'), voter('ann'), voter('ben'), voter('ann')], 'own', DAY)).toEqual([
    'ann',
    'ben',
    'cy',
  ]);
  expect(rollOf([], 'own', DAY)).toEqual([]);
});
