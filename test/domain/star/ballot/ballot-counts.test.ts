import fc from 'fast-check';
import { doAddUp, noBallots, withBallot } from '../../../../domain/star/ballot/ballot-counts';
import { CHOICE_KINDS } from '../../../../domain/star/ballot/poll-rules';

const upTo2 = { kind: 'up-to', names: 2 } as const;
const exactly2 = { kind: 'exactly', names: 2 } as const;

test('a ballot adds one to each of its names, and a blank one to the blank ones', () => {
  const one = withBallot(noBallots(3), [0, 2]);
  expect(one).toEqual({ ballots: 1, blank: 0, votes: [1, 0, 1] });
  expect(withBallot(one, [])).toEqual({ ballots: 2, blank: 1, votes: [1, 0, 1] });
});

test.each([
  ['nothing yet', { ballots: 0, blank: 0, votes: [0, 0] }, upTo2, 0, true],
  ['a vote without a ballot', { ballots: 0, blank: 0, votes: [1, 0] }, upTo2, 0, false],
  ['as many as have voted', { ballots: 3, blank: 1, votes: [2, 1] }, upTo2, 3, true],
  ['one more than have voted', { ballots: 3, blank: 1, votes: [2, 1] }, upTo2, 2, false],
  ['one fewer', { ballots: 3, blank: 1, votes: [2, 1] }, upTo2, 4, false],
  ['more blank ones than ballots', { ballots: 1, blank: 2, votes: [0, 0] }, upTo2, 1, false],
  ['a ballot that is neither', { ballots: 3, blank: 0, votes: [1, 1] }, upTo2, 3, false],
  ['more names than allowed', { ballots: 1, blank: 0, votes: [1, 1, 1] }, upTo2, 1, false],
  ['one name twice on a ballot', { ballots: 1, blank: 0, votes: [2, 0] }, upTo2, 1, false],
  ['exactly two each', { ballots: 2, blank: 0, votes: [2, 1, 1] }, exactly2, 2, true],
  ['one short of exactly two', { ballots: 2, blank: 0, votes: [2, 1, 0] }, exactly2, 2, false],
  ['exactly two, all blank', { ballots: 2, blank: 2, votes: [0, 0, 0] }, exactly2, 2, true],
] as const)('%s: %s', (_, counts, rule, voters, fits) => {
  expect(doAddUp(counts, rule, voters, 3)).toBe(fits);
});

test.each([
  ['two names and then one', { ballots: 2, blank: 0, votes: [2, 1, 0] }, 1, true],
  [
    'while two stand there is no ballot of one',
    { ballots: 2, blank: 0, votes: [2, 1, 0] },
    2,
    false,
  ],
  ['a ballot of no name', { ballots: 2, blank: 0, votes: [1, 0, 0] }, 1, false],
  ['more than two names', { ballots: 1, blank: 0, votes: [1, 1, 1] }, 1, false],
] as const)('R-180 exactly two, of whom some have withdrawn: %s', (_, counts, standing, fits) => {
  expect(doAddUp(counts, exactly2, counts.ballots, standing)).toBe(fits);
});

test('whatever ballots by the rule are cast, the sums are possible ones, and one more or less is not', () => {
  const ballots = fc.array(fc.uniqueArray(fc.integer({ min: 0, max: 4 }), { maxLength: 5 }), {
    maxLength: 40,
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...CHOICE_KINDS),
      fc.integer({ min: 1, max: 5 }),
      ballots,
      (kind, names, all) => {
        const fitting = all.filter(({ length }) =>
          kind === 'exactly' ? [0, names].includes(length) : length <= names,
        );
        const counts = fitting.reduce(withBallot, noBallots(5));
        expect(doAddUp(counts, { kind, names }, fitting.length, 5)).toBe(true);
        expect(doAddUp(counts, { kind, names }, fitting.length + 1, 5)).toBe(false);
      },
    ),
  );
});
