import { doAddUp, type BallotCounts } from '../../../../domain/star/ballot/ballot-counts';
import {
  ballotsNeeded,
  ELECTED_BY,
  LEAST_SHOWN,
  mostShown,
  TIE_RULES,
  TURNOUTS,
  type ChoiceRule,
  type PollRules,
} from '../../../../domain/star/ballot/poll-rules';
import { leastAble, LEAST_ENTITLED } from '../../../../domain/star/ballot/roll-size';
import { tally, type PollToTally } from '../../../../domain/star/ballot/tally';
import { isSoak } from '../../../long-by-nature';

/** Every third number of ballots there is to choose is enough for every day. */
const STEP = isSoak ? 1 : 3;
const SIZES = isSoak
  ? Array.from({ length: 20 - LEAST_ENTITLED + 1 }, (_, more) => LEAST_ENTITLED + more)
  : [5, 6, 7, 8, 10];
const TIES = isSoak ? TIE_RULES : (['run-off', 'lot'] as const);
const SHAPES: readonly (readonly [number, ChoiceRule])[] = [
  [1, { kind: 'up-to', names: 1 }],
  [2, { kind: 'up-to', names: 1 }],
  [3, { kind: 'up-to', names: 1 }],
  [3, { kind: 'exactly', names: 2 }],
];

jest.setTimeout(isSoak ? 1_800_000 : 60_000);

/** All sums that so many ballots for so many candidates can come to. */
function boxesOf(candidates: number, choice: ChoiceRule, ballots: number): BallotCounts[] {
  const boxes: BallotCounts[] = [];
  const add = (votes: readonly number[], blank: number) => {
    if (votes.length < candidates) {
      for (let more = 0; more <= ballots - blank; more += 1) add([...votes, more], blank);
    } else if (doAddUp({ ballots, blank, votes }, choice, ballots, candidates)) {
      boxes.push({ ballots, blank, votes });
    }
  };
  for (let blank = 0; blank <= ballots; blank += 1) add([], blank);
  return boxes;
}

function rulesFor(entitled: number, choice: ChoiceRule, belowLeast: PollRules['belowLeast']) {
  const all: PollRules[] = [];
  for (const electedBy of ELECTED_BY)
    for (const tie of TIES)
      for (const turnout of TURNOUTS)
        for (let leastShown = LEAST_SHOWN; leastShown <= mostShown(entitled); leastShown += STEP) {
          const terms = { awakeMinutes: 360, leastShown, turnout, belowLeast };
          all.push({ choice, electedBy, tie, ...terms });
        }
  return all;
}

const pollOf = (entitled: number, candidates: number, rules: PollRules): PollToTally => {
  const ids = Array.from({ length: candidates }, (_, at) => `c${at}`);
  return {
    entitled,
    able: entitled,
    rules,
    candidates: ids.map((candidateId) => ({ candidateId, isWithdrawn: false, serviceDay: null })),
    lotOrder: ids,
  };
};

/** What is told without figures, each with all the boxes of which it is told. */
function toldWithoutFigures(poll: PollToTally, boxes: readonly BallotCounts[]) {
  const told = new Map<string, BallotCounts[]>();
  for (const counts of boxes) {
    const result = tally(poll, { counts, voters: counts.ballots, seenBefore: 0 });
    if (result.figures !== null) continue;
    const words = JSON.stringify(result);
    const agreeing = told.get(words) ?? [];
    agreeing.push(counts);
    told.set(words, agreeing);
  }
  return told;
}

/** Whether everybody who has voted must have done the same in all of these boxes. */
const isEverybodysBallot = (boxes: readonly BallotCounts[]): boolean =>
  boxes.every(({ ballots, blank }) => blank === ballots) ||
  (boxes[0]?.votes ?? []).some((_, at) =>
    boxes.every(({ ballots, votes }) => ballots > 0 && votes[at] === ballots),
  );

/**
 * Polls of which a result without figures tells of the choices: who has voted is no secret to the platform nor to
 * neighbours, so that among boxes of as many ballots it may tell none from another. Of each, whether it is
 * everybody's ballot.
 */
function leaksOf(belowLeast: PollRules['belowLeast']): { where: string; isBallot: boolean }[] {
  const leaks: { where: string; isBallot: boolean }[] = [];
  for (const entitled of SIZES)
    for (const [candidates, choice] of SHAPES)
      for (let ballots = 1; ballots <= entitled; ballots += 1) {
        const boxes = boxesOf(candidates, choice, ballots);
        for (const rules of rulesFor(entitled, choice, belowLeast)) {
          const poll = pollOf(entitled, candidates, rules);
          // With figures the box is known, and so all that follows from it.
          for (const [words, agreeing] of toldWithoutFigures(poll, boxes)) {
            if (agreeing.length === boxes.length) continue;
            const where = `${entitled} entitled, ${ballots} ballots, ${JSON.stringify(rules)}: ${words}`;
            leaks.push({ where, isBallot: isEverybodysBallot(agreeing) });
          }
        }
      }
  return leaks;
}

test('R-355 whatever is told without figures tells nothing of what anybody has chosen', () => {
  expect(leaksOf('not-counted')).toEqual([]);
});

test('R-355 figures are of five ballots at least, and of as many as the poll says', () => {
  for (const entitled of SIZES) {
    for (const [candidates, choice] of SHAPES) {
      for (const rules of rulesFor(entitled, choice, 'not-counted')) {
        const needed = ballotsNeeded(entitled, rules);
        expect(needed).toBeGreaterThanOrEqual(Math.max(LEAST_SHOWN, rules.leastShown));
        expect(needed).toBeLessThanOrEqual(entitled);
        const figuresOf = (ballots: number) => {
          const counts = { ballots, blank: ballots, votes: new Array<number>(candidates).fill(0) };
          const poll = pollOf(entitled, candidates, rules);
          return tally(poll, { counts, voters: ballots, seenBefore: 0 }).figures;
        };
        expect(figuresOf(needed - 1)).toBeNull();
        expect(figuresOf(needed)).not.toBeNull();
      }
    }
  }
});

test('R-355 no poll opens that cannot be counted: as many are asked for as have to vote', () => {
  for (let entitled = LEAST_ENTITLED; entitled <= 60; entitled += 1) {
    for (const rules of rulesFor(entitled, { kind: 'up-to', names: 1 }, 'not-counted')) {
      const least = leastAble(entitled, rules);
      expect(least).toBeGreaterThanOrEqual(ballotsNeeded(entitled, rules));
      expect(least).toBeLessThanOrEqual(entitled);
    }
  }
});

test('the same search finds, in polls of before, results that were the ballot of everybody who had voted', () => {
  const leaks = leaksOf(undefined);
  const ballots = leaks.filter(({ isBallot }) => isBallot).map(({ where }) => where);
  expect(ballots.filter((where) => where.startsWith('7 entitled, 4 ballots'))).not.toEqual([]);
  expect(ballots.some((where) => where.includes('"kind":"nobody-elected"'))).toBe(true);
  expect(leaks.length).toBeGreaterThan(ballots.length);
});

describe('R-355 what is counted', () => {
  const RULES: PollRules = {
    choice: { kind: 'up-to', names: 1 },
    electedBy: 'more-than-half',
    tie: 'run-off',
    awakeMinutes: 360,
    leastShown: LEAST_SHOWN,
    belowLeast: 'not-counted',
  };
  /** With all votes for the first of two. */
  const resultOf = (
    entitled: number,
    ballots: number,
    rules: Partial<PollRules> = {},
    able = entitled,
  ) =>
    tally(
      { ...pollOf(entitled, 2, { ...RULES, ...rules }), able },
      { counts: { ballots, blank: 0, votes: [ballots, 0] }, voters: ballots, seenBefore: 0 },
    );
  const elected = { kind: 'elected', candidateId: 'c0' };

  test.each([5, 6, 7])('of %i entitled: not four ballots, and five whole', (entitled) => {
    expect(resultOf(entitled, 4)).toMatchObject({
      outcome: { kind: 'too-few-ballots' },
      turnoutNeeded: 5,
      figures: null,
      nextRound: ['c0', 'c1'],
    });
    expect(resultOf(entitled, 5)).toMatchObject({ outcome: elected, figures: { ballots: 5 } });
  });

  test('not fewer than the number that a phone of before has sent', () => {
    expect(resultOf(10, 7, { leastShown: 8 })).toMatchObject({
      outcome: { kind: 'too-few-ballots' },
      turnoutNeeded: 8,
      figures: null,
    });
    expect(resultOf(10, 8, { leastShown: 8 })).toMatchObject({ figures: { ballots: 8 } });
  });

  test('not where fewer could vote at the end than have to; of a poll of before, as then', () => {
    const turnout = 'four-fifths' as const;
    expect(resultOf(30, 25, { turnout }, 23).outcome).toEqual({
      kind: 'too-few-ballots',
      leastAble: 24,
    });
    const before = resultOf(30, 25, { turnout, belowLeast: undefined }, 23);
    expect(before.outcome).toMatchObject(elected);
  });
});
