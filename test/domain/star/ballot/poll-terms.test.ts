import { mostShown, TURNOUTS, turnoutNeeded } from '../../../../domain/star/ballot/poll-rules';
import {
  isEased,
  isLowered,
  lowerTurnouts,
  readTerms,
  termsFault,
  termsOf,
  type PollTerms,
  type TermsBefore,
} from '../../../../domain/star/ballot/poll-terms';

const usual: PollTerms = { awakeMinutes: 360, leastShown: 5 };
const strict: PollTerms = { awakeMinutes: 480, leastShown: 12, turnout: 'four-fifths' };
/** As a poll that opens now has it. docs/rules.md#R-355 */
const now = (terms: PollTerms) => ({ ...terms, belowLeast: 'not-counted' as const });
const before = (terms: PollTerms, part: Partial<TermsBefore> = {}): TermsBefore => ({
  terms,
  electedBy: 'more-than-half',
  isCounted: true,
  hadTooFew: false,
  ...part,
});
const tooFew = before(strict, { hadTooFew: true });

test.each([
  [1, 5],
  [5, 5],
  [6, 5],
  [7, 6],
  [10, 8],
  [30, 24],
  [500, 400],
])('R-281 of %i people at most %i ballots can be asked for', (entitled, most) => {
  expect(mostShown(entitled)).toBe(most);
  expect(termsFault({ leastShown: most }, null, entitled)).toBeNull();
  expect(termsFault({ leastShown: most + 1 }, null, entitled)).toBe('least-too-high');
});

test('R-281 no share that can be chosen asks for more than all who are entitled', () => {
  for (let entitled = 1; entitled <= 500; entitled += 1) {
    for (const turnout of TURNOUTS) {
      expect(turnoutNeeded(entitled, { turnout })).toBeLessThanOrEqual(entitled);
    }
  }
});

test('R-281 the first poll, and one after a round that was called off, is as it is chosen, and otherwise as usual or as that one was', () => {
  expect(termsOf({}, null, 30)).toEqual(now(usual));
  const called = before(strict, { isCounted: false });
  expect(termsOf({}, called, 30)).toEqual(now(strict));
  expect(termsOf({ awakeHours: 4, turnout: 'more-than-half' }, called, 30)).toEqual({
    awakeMinutes: 240,
    leastShown: 12,
    belowLeast: 'not-counted',
  });
  expect(termsFault({ awakeHours: 4 }, called, 30)).toBeNull();
});

test('R-281 another round after one that was counted has what that one had', () => {
  expect(termsOf({ awakeHours: 4 }, before(strict), 30)).toEqual(now(strict));
  expect(termsFault({ awakeHours: 8, leastShown: 12 }, before(strict), 30)).toBeNull();
  for (const other of [{ awakeHours: 4 }, { leastShown: 5 }, { turnout: 'two-thirds' }] as const) {
    expect(termsFault(other, before(strict), 30)).toBe('terms-inherited');
  }
});

test('R-281 of fewer people the number of ballots that is inherited comes down to what they can cast', () => {
  expect(termsOf({}, before(strict), 10).leastShown).toBe(8);
  expect(termsOf({}, before(strict), 4).leastShown).toBe(5);
});

test.each([
  ['four-fifths', ['more-than-half', 'two-thirds']],
  ['two-thirds', ['more-than-half']],
  ['more-than-half', []],
] as const)('R-281 where too few had voted %s can be lowered to %j', (turnout, lower) => {
  const had = { ...usual, ...(turnout !== 'more-than-half' && { turnout }) };
  expect(lowerTurnouts(before(had, { hadTooFew: true }), 30)).toEqual(lower);
  expect(lowerTurnouts(before(had), 30)).toEqual([]);
  expect(lowerTurnouts(before(had, { hadTooFew: true, isCounted: false }), 30)).toEqual([]);
});

test('R-281 a lower share has a reason, is never a higher one, and brings no other change', () => {
  const because = { lowerBecause: 'why' };
  const lower = { turnout: 'two-thirds', ...because } as const;
  expect(termsFault(lower, tooFew, 30)).toBeNull();
  expect(isLowered(lower, tooFew, 30)).toBe(true);
  expect(termsOf(lower, tooFew, 30)).toEqual(now({ ...strict, turnout: 'two-thirds' }));
  const half = termsOf({ turnout: 'more-than-half', ...because }, tooFew, 30);
  expect(half).not.toHaveProperty('turnout');
  expect(readTerms(half).turnout).toBe('more-than-half');
  expect(termsFault({ turnout: 'two-thirds' }, tooFew, 30)).toBe('lower-because-missing');
  expect(termsFault({ ...lower, awakeHours: 4 }, tooFew, 30)).toBe('terms-inherited');
  expect(termsFault({ turnout: 'four-fifths', ...because }, tooFew, 30)).toBe('terms-inherited');
  expect(termsFault(because, tooFew, 30)).toBe('terms-inherited');
  expect(termsFault(because, null, 30)).toBe('terms-inherited');
});

test.each([
  ['more-than-half', 'most-votes', true, true],
  ['more-than-half', 'more-than-half', true, false],
  ['most-votes', 'most-votes', true, false],
  ['most-votes', 'more-than-half', true, false],
  ['more-than-half', 'most-votes', false, false],
] as const)(
  'R-281 after a round in which %s had to elect, %s is easier (counted: %s): %s',
  (had, now, isCounted, isEasier) => {
    expect(isEased(now, before(usual, { electedBy: had, isCounted }))).toBe(isEasier);
    expect(isEased(now, null)).toBe(false);
  },
);

test('R-281 a share of which no fewer ballots are enough is not offered as a lower one', () => {
  const had = before({ ...usual, turnout: 'four-fifths' }, { hadTooFew: true });
  expect(lowerTurnouts(had, 6)).toEqual([]);
  expect(lowerTurnouts(had, 7)).toEqual(['more-than-half', 'two-thirds']);
});

test('R-281 with a lower share the number of ballots comes down to it, whatever it was', () => {
  const had = before({ ...usual, leastShown: 24, turnout: 'four-fifths' }, { hadTooFew: true });
  expect(lowerTurnouts(had, 30)).toEqual(['more-than-half', 'two-thirds']);
  expect(termsOf({ turnout: 'two-thirds', lowerBecause: 'why' }, had, 30)).toMatchObject({
    leastShown: 20,
    turnout: 'two-thirds',
  });
});

test('R-281 a number above the share, at which too few had voted, is not asked for again', () => {
  const above = { ...usual, leastShown: 24 };
  expect(termsOf({}, before(above), 30).leastShown).toBe(24);
  expect(termsOf({}, before(above, { hadTooFew: true }), 30).leastShown).toBe(16);
});

test('R-355 the round after one of before is by the rule of now, with the number that one had', () => {
  expect(termsOf({}, before({ ...usual, leastShown: 8 }), 10)).toEqual({
    awakeMinutes: 360,
    leastShown: 8,
    belowLeast: 'not-counted',
  });
});
