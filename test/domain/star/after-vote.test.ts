import {
  decisionFault,
  endFault,
  publicEndAtMs,
  takesObjections,
} from '../../../domain/star/after-vote';
import { instantOf, localDay } from '../../../domain/time/local-day';

const chosen = { outcome: 'chosen', memberIds: ['a'] } as const;
const tied = { outcome: 'tied', memberIds: ['a', 'b'] } as const;
const notValid = { outcome: 'not-valid', memberIds: [] } as const;
const accepts = (memberIds: readonly string[], reason: string | null = null) =>
  ({ outcome: 'accepted', memberIds, reason }) as const;
const refuses = (reason: string | null, memberIds: readonly string[] = []) =>
  ({ outcome: 'not-accepted', memberIds, reason }) as const;

test.each([
  ['whom the poll has chosen', chosen, accepts(['a']), null],
  ['somebody else', chosen, accepts(['b']), 'not-of-result'],
  ['nobody', chosen, accepts([]), 'not-of-result'],
  ['one of those who are equal, saying why', tied, accepts(['b'], 'why'), null],
  ['one of those who are equal without a word', tied, accepts(['b']), 'reason-missing'],
  ['all who are equal', tied, accepts(['a', 'b'], 'why'), 'not-of-result'],
  ['one who was not among them', tied, accepts(['c'], 'why'), 'not-of-result'],
  ['somebody of a poll that is not valid', notValid, accepts(['a'], 'why'), 'not-of-result'],
  ['not, saying why', chosen, refuses('why'), null],
  ['not, without a word', chosen, refuses(null), 'reason-missing'],
  ['not, naming somebody', chosen, refuses('why', ['a']), 'not-of-result'],
  ['not, of a poll that is not valid', notValid, refuses('why'), null],
])('the committee accepts %s', (_name, counted, decided, fault) => {
  const next = counted.outcome === 'tied' ? 'committee' : null;
  expect(decisionFault(counted, next, decided)).toBe(fault);
});

test.each([
  ['one of those who are equal', accepts(['b'], 'why'), 'another-round'],
  ['nobody, saying why', refuses('why'), null],
  ['nobody, without a word', refuses(null), 'reason-missing'],
])('where the ballot promised another round the committee accepts %s', (_name, decided, fault) => {
  expect(decisionFault(tied, 'run-off', decided)).toBe(fault);
});

test.each([
  ['preparing', null, 'own-candidacy'],
  ['listed', null, 'own-candidacy'],
  ['voting', 'under-way', 'under-way'],
  ['counted', null, 'own-candidacy'],
  ['public', 'under-way', 'under-way'],
  ['over', 'over', 'over'],
] as const)('ending a month that is %s: %s, and to who was voted for %s', (state, fault, own) => {
  expect([endFault(state, false), endFault(state, true)]).toEqual([fault, own]);
});

test.each([
  ['2026-04-13', 960, 5, '2026-04-19'],
  ['2026-04-13', 0, 5, '2026-04-19'],
  ['2026-04-13', 1439, 5, '2026-04-19'],
  ['2026-04-28', 600, 3, '2026-05-02'],
  ['2026-12-30', 600, 15, '2027-01-15'],
])('put up on %s at minute %i for %i days it ends as %s begins', (day, minute, days, end) => {
  expect(publicEndAtMs(instantOf(localDay(day), minute), days)).toBe(instantOf(localDay(end), 0));
});

test.each([
  ['public', 1000, 999, true],
  ['public', 1000, 1000, false],
  ['public', null, 0, false],
  ['counted', 1000, 999, false],
  ['over', 1000, 999, false],
] as const)('%s until %s, at %i: objections are taken: %s', (state, until, nowMs, takes) => {
  expect(takesObjections({ state, publicUntilAtMs: until }, nowMs)).toBe(takes);
});
