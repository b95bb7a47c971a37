import { lotOrderOf } from '../../../../domain/star/ballot/lot';
import {
  turnoutNeeded,
  TURNOUTS,
  votesNeeded,
  type PollRules,
} from '../../../../domain/star/ballot/poll-rules';
import { leastAble, MOST_ENTITLED } from '../../../../domain/star/ballot/roll-size';
import {
  tally,
  type Box,
  type Candidate,
  type PollToTally,
} from '../../../../domain/star/ballot/tally';
import { localDay } from '../../../../domain/time/local-day';

const NAMES = ['ann', 'ben', 'cy'] as const;
const RULES: PollRules = {
  choice: { kind: 'up-to', names: 2 },
  electedBy: 'more-than-half',
  tie: 'run-off',
  awakeMinutes: 360,
  leastShown: 5,
  belowLeast: 'not-counted',
};
/** As of polls that were opened before. */
const OF_BEFORE = { belowLeast: undefined };

const candidate = (candidateId: string, changes: Partial<Candidate> = {}): Candidate => ({
  candidateId,
  isWithdrawn: false,
  serviceDay: null,
  ...changes,
});
const aPoll = (
  changes: Partial<PollToTally> = {},
  rules: Partial<PollRules> = {},
): PollToTally => ({
  entitled: 10,
  able: changes.entitled ?? 10,
  candidates: NAMES.map((id) => candidate(id)),
  lotOrder: ['cy', 'ben', 'ann'],
  ...changes,
  rules: { ...RULES, ...rules },
});
const aBox = (ballots: number, votes: readonly number[], blank = 0): Box => ({
  counts: { ballots, blank, votes },
  voters: ballots,
  seenBefore: 0,
});
const outcome = (poll: PollToTally, box: Box) => tally(poll, box).outcome;

test('R-154 of a list of one who has not enough, another round is of that one', () => {
  const alone = aPoll({ candidates: [candidate('ann')], lotOrder: ['ann'] });
  const { outcome: came, nextRound } = tally(alone, aBox(8, [3], 5));
  expect([came.kind, nextRound]).toEqual(['nobody-elected', ['ann']]);
});

test.each([
  [0, 1],
  [1, 1],
  [2, 2],
  [3, 2],
  [10, 6],
  [30, 16],
  [31, 16],
])('of %i entitled it takes %i', (entitled, needed) => {
  expect(turnoutNeeded(entitled, {})).toBe(needed);
  expect(votesNeeded({ electedBy: 'more-than-half' }, entitled)).toBe(needed);
  expect(votesNeeded({ electedBy: 'most-votes' }, entitled)).toBe(1);
});

test.each([
  { entitled: 1, twoThirds: 1, fourFifths: 1 },
  { entitled: 2, twoThirds: 2, fourFifths: 2 },
  { entitled: 3, twoThirds: 2, fourFifths: 3 },
  { entitled: 15, twoThirds: 10, fourFifths: 12 },
  { entitled: 16, twoThirds: 11, fourFifths: 13 },
  { entitled: 500, twoThirds: 334, fourFifths: 400 },
])('R-281 of $entitled, $twoThirds are two thirds and $fourFifths four fifths', (given) => {
  const { entitled, twoThirds, fourFifths } = given;
  expect(turnoutNeeded(entitled, { turnout: 'two-thirds' })).toBe(twoThirds);
  expect(turnoutNeeded(entitled, { turnout: 'four-fifths' })).toBe(fourFifths);
});

test('R-281 no share that can be chosen is below more than half', () => {
  for (let entitled = 1; entitled <= MOST_ENTITLED; entitled += 1) {
    for (const turnout of TURNOUTS) {
      expect(turnoutNeeded(entitled, { turnout })).toBeGreaterThanOrEqual(
        turnoutNeeded(entitled, {}),
      );
    }
  }
});

test('the most votes elect, where they are more than half of all entitled; the working says how', () => {
  expect(tally(aPoll(), aBox(9, [6, 5, 1], 1))).toEqual({
    outcome: { kind: 'elected', candidateId: 'ann', by: 'votes' },
    entitled: 10,
    turnoutNeeded: 6,
    votesNeeded: 6,
    figures: { ballots: 9, blank: 1, votes: [6, 5, 1] },
    nextRound: [],
  });
});

test('the picture: 28 of 30 have voted, 21 for one', () => {
  const poll = aPoll({
    entitled: 30,
    candidates: ['xu', 'han', 'du', 'gao'].map((id) => candidate(id)),
  });
  expect(tally(poll, aBox(28, [21, 14, 9, 5], 1))).toMatchObject({
    outcome: { kind: 'elected', candidateId: 'xu', by: 'votes' },
    entitled: 30,
    turnoutNeeded: 16,
    votesNeeded: 16,
    figures: { ballots: 28, blank: 1 },
  });
});

test('one vote short of half of all entitled elects nobody; the two in front go on', () => {
  expect(tally(aPoll(), aBox(9, [5, 4, 3]))).toMatchObject({
    outcome: { kind: 'nobody-elected' },
    figures: { ballots: 9 },
    nextRound: ['ann', 'ben'],
  });
  expect(tally(aPoll(), aBox(9, [5, 4, 4])).nextRound).toEqual(['ann', 'ben', 'cy']);
  expect(outcome(aPoll({}, { electedBy: 'most-votes' }), aBox(9, [5, 4, 3]))).toMatchObject({
    kind: 'elected',
  });
});

test('all blank ballots elect nobody, whatever the rule', () => {
  for (const electedBy of ['more-than-half', 'most-votes'] as const) {
    expect(outcome(aPoll({}, { electedBy }), aBox(9, [0, 0, 0], 9))).toEqual({
      kind: 'nobody-elected',
    });
  }
});

test.each([
  [5, 'too-few-ballots'],
  [6, 'elected'],
] as const)('%i of 10 have voted, of 6 that it takes: %s', (ballots, kind) => {
  const result = tally(aPoll({}, { electedBy: 'most-votes' }), aBox(ballots, [ballots, 0, 0]));
  expect(result.outcome.kind).toBe(kind);
  expect(result.figures === null).toBe(kind === 'too-few-ballots');
  expect(result.nextRound).toEqual(kind === 'elected' ? [] : [...NAMES]);
});

test('of a roll of nobody there is nothing to count', () => {
  expect(outcome(aPoll({ entitled: 0 }), aBox(0, [0, 0, 0]))).toMatchObject({
    kind: 'too-few-ballots',
  });
});

test('in a poll of before, of four ballots who is elected is said, and no figure', () => {
  const seven = aPoll({ entitled: 7 }, OF_BEFORE);
  expect(tally(seven, aBox(4, [4, 1, 1]))).toMatchObject({
    outcome: { kind: 'elected', candidateId: 'ann' },
    figures: null,
  });
  expect(outcome(seven, aBox(3, [3, 0, 0]))).toEqual({ kind: 'too-few-ballots' });
});

test.each([
  [5, 5],
  [6, 6],
  [7, 6],
  [8, 7],
  [46, 26],
])(
  'R-320 of %i entitled %i have to be able to vote, two more than elect, or nothing is told',
  (entitled, least) => {
    expect(leastAble(entitled, RULES)).toBe(least);
    const box = aBox(entitled, [entitled, 0, 0]);
    const kindOf = (able: number) => outcome(aPoll({ entitled, able }), box);
    expect(kindOf(least)).toMatchObject({ kind: 'elected' });
    expect(kindOf(least - 1)).toEqual({ kind: 'too-few-ballots', leastAble: least });
  },
);

test('in a poll of before, of few ballots those in front are not told: everybody goes on', () => {
  const result = tally(aPoll({ entitled: 6 }, OF_BEFORE), aBox(4, [2, 1, 0], 1));
  expect(result).toMatchObject({
    outcome: { kind: 'nobody-elected' },
    figures: null,
    nextRound: [...NAMES],
  });
});

test.each([
  [4, null],
  [5, { ballots: 5, blank: 0, votes: [5, 0, 0] }],
])('figures of %i ballots, where five is the least', (ballots, figures) => {
  expect(tally(aPoll({ entitled: 5 }), aBox(ballots, [ballots, 0, 0])).figures).toEqual(figures);
});

describe('equals', () => {
  const tied = aBox(8, [6, 6, 1]);
  const withDays = (...days: readonly (string | null)[]) =>
    NAMES.map((id, at) => {
      const day = days[at] ?? null;
      return candidate(id, { serviceDay: day === null ? null : localDay(day) });
    });

  test.each(['run-off', 'committee'] as const)('go to the %s', (tie) => {
    expect(tally(aPoll({}, { tie }), tied)).toMatchObject({
      outcome: { kind: 'tied', candidateIds: ['ann', 'ben'], next: tie },
      nextRound: ['ann', 'ben'],
    });
  });

  test.each([
    ['the longer one', ['2010-01-01', '2009-12-31', '2001-01-01'], 'ben'],
    ['the longer one, whatever the order', ['2009-12-31', '2010-01-01'], 'ann'],
    ['nobody, where both are equal', ['2010-01-01', '2010-01-01'], undefined],
    ['nobody, where one is not known', ['2010-01-01', null], undefined],
  ])('by older service: %s', (_, days, elected) => {
    const found = outcome(aPoll({ candidates: withDays(...days) }, { tie: 'older-service' }), tied);
    expect(found).toEqual(
      elected === undefined
        ? { kind: 'tied', candidateIds: ['ann', 'ben'], next: 'committee' }
        : { kind: 'elected', candidateId: elected, by: 'older-service' },
    );
  });

  test('by lot: who comes first of the equals, or the committee where the lot names nobody', () => {
    const poll = aPoll({}, { tie: 'lot' });
    expect(outcome(poll, tied)).toEqual({ kind: 'elected', candidateId: 'ben', by: 'lot' });
    expect(outcome({ ...poll, lotOrder: [] }, tied)).toMatchObject({
      kind: 'tied',
      next: 'committee',
    });
  });

  test('all of them', () => {
    expect(tally(aPoll(), aBox(9, [6, 6, 6]))).toMatchObject({
      outcome: { kind: 'tied', candidateIds: [...NAMES] },
      nextRound: [...NAMES],
    });
  });
});

describe('somebody withdraws after ballots were cast', () => {
  const without = (...gone: readonly string[]) =>
    NAMES.map((id) => candidate(id, { isWithdrawn: gone.includes(id) }));

  test('their votes elect nobody, the ballots count', () => {
    expect(tally(aPoll({ candidates: without('ann') }), aBox(9, [7, 6, 2]))).toMatchObject({
      outcome: { kind: 'elected', candidateId: 'ben' },
      figures: { ballots: 9, votes: [7, 6, 2] },
    });
  });

  test('all of them', () => {
    const result = tally(aPoll({ candidates: without(...NAMES) }), aBox(9, [7, 6, 2]));
    expect(result).toMatchObject({ outcome: { kind: 'nobody-stands' }, nextRound: [] });
  });
});

describe('a box that cannot be right', () => {
  test.each([
    ['does-not-open', { counts: null, voters: 9, seenBefore: 0 }],
    ['does-not-add-up', { ...aBox(9, [6, 5, 1]), voters: 8 }],
    ['does-not-add-up', aBox(9, [10, 5, 1])],
    ['older-copy', { ...aBox(9, [6, 5, 1]), seenBefore: 10 }],
  ] as const)('%s: nothing is counted, and everybody goes on', (fault, box) => {
    expect(tally(aPoll(), box)).toMatchObject({
      outcome: { kind: 'not-counted', fault },
      figures: null,
      nextRound: [...NAMES],
    });
  });

  test('as many as were seen before is in order', () => {
    expect(outcome(aPoll(), { ...aBox(9, [6, 5, 1]), seenBefore: 9 }).kind).toBe('elected');
  });
});

test('a lot is drawn from its seed alone, whatever the order of the list', () => {
  const mac = (secret: string, text: string) => `${secret}${text}`.split('').reverse().join('');
  expect(lotOrderOf(mac, 's', ['ann', 'ben', 'cy'])).toEqual(
    lotOrderOf(mac, 's', ['cy', 'ann', 'ben']),
  );
  expect([...lotOrderOf(mac, 's', ['ann', 'ben', 'cy'])].sort()).toEqual(['ann', 'ben', 'cy']);
});
