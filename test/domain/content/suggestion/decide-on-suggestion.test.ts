import {
  decideOnSuggestion,
  isOverdue,
  replyDueAtMs,
  stateAt,
  type SuggestionDeed,
  type SuggestionStanding,
} from '../../../../domain/content/suggestion/decide-on-suggestion';
import {
  SUGGESTION_DAYS,
  SUGGESTION_STATES,
} from '../../../../domain/content/suggestion/suggestion';
import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';

const TODAY = localDay('2026-03-10');
const NOW_MS = instantOf(TODAY, 23 * 60 + 59);
const midnightAfter = (days: number) => instantOf(addDays(TODAY, days + 1), 0);
const aStanding = (standing: Partial<SuggestionStanding> = {}): SuggestionStanding => ({
  state: 'received',
  dueAtMs: NOW_MS + 1,
  ...standing,
});
const outcome = (standing: Partial<SuggestionStanding>, deed: SuggestionDeed) => {
  const decision = decideOnSuggestion(aStanding(standing), deed, NOW_MS);
  return decision.kind === 'accepted' ? decision.state : decision.reason;
};
const take = (days: number): SuggestionDeed => ({
  kind: 'take',
  promisedDay: addDays(TODAY, days),
});
const answered = { state: 'answered' } as const;

test.each<[string, Partial<SuggestionStanding>, SuggestionDeed, string]>([
  ['what is received is taken', {}, take(0), 'in-work'],
  ['to the last day that may be promised', {}, take(SUGGESTION_DAYS.promise), 'in-work'],
  ['and no further', {}, take(SUGGESTION_DAYS.promise + 1), 'bad-day'],
  ['nor to a day that is over', {}, take(-1), 'bad-day'],
  ['another day may be promised', { state: 'in-work' }, take(9), 'in-work'],
  ['it is answered at once', {}, { kind: 'answer' }, 'answered'],
  ['or after work', { state: 'in-work' }, { kind: 'answer' }, 'answered'],
  ['nobody answers twice', answered, { kind: 'answer' }, 'answered'],
  ['forwarded it is received anew', { state: 'in-work' }, { kind: 'forward' }, 'received'],
  ['what is answered is the turn of its member', answered, { kind: 'forward' }, 'answered'],
  ['and not to be taken', answered, take(1), 'answered'],
  ['it is enough', answered, { kind: 'settle' }, 'closed'],
  ['or is not', answered, { kind: 'not-enough' }, 'received'],
  ['without an answer nothing is enough', {}, { kind: 'settle' }, 'not-answered'],
  ['or too little', { state: 'in-work' }, { kind: 'not-enough' }, 'not-answered'],
  [
    'before the answer it can be taken back',
    { state: 'in-work' },
    { kind: 'take-back' },
    'taken-back',
  ],
  ['afterwards it is settled instead', answered, { kind: 'take-back' }, 'answered'],
  [
    'an answer of too long ago is closed',
    { ...answered, dueAtMs: NOW_MS },
    { kind: 'not-enough' },
    'closed',
  ],
  ['what is closed stays so', { state: 'closed' }, { kind: 'answer' }, 'closed'],
  ['and what is taken back', { state: 'taken-back' }, { kind: 'answer' }, 'closed'],
])('%s', (_name, standing, deed, expected) => {
  expect(outcome(standing, deed)).toBe(expected);
});

test('days end at their last midnight, however late they begin', () => {
  expect(replyDueAtMs(NOW_MS)).toBe(midnightAfter(SUGGESTION_DAYS.reply));
  const due = (deed: SuggestionDeed, standing: Partial<SuggestionStanding> = {}) => {
    const decision = decideOnSuggestion(aStanding(standing), deed, NOW_MS);
    return decision.kind === 'accepted' ? decision.dueAtMs : decision.reason;
  };
  expect(due(take(5))).toBe(midnightAfter(5));
  expect(due({ kind: 'forward' })).toBe(midnightAfter(SUGGESTION_DAYS.reply));
  expect(due({ kind: 'not-enough' }, answered)).toBe(midnightAfter(SUGGESTION_DAYS.reply));
  expect(due({ kind: 'answer' })).toBe(midnightAfter(SUGGESTION_DAYS.settle));
});

test.each(SUGGESTION_STATES)('%s is overdue only where an office owes something', (state) => {
  const isOwed = state === 'received' || state === 'in-work';
  expect(isOverdue({ state, dueAtMs: NOW_MS }, NOW_MS)).toBe(isOwed);
  expect(isOverdue({ state, dueAtMs: NOW_MS + 1 }, NOW_MS)).toBe(false);
});

test('an answer closes by itself when its days are over, and nothing else does', () => {
  expect(stateAt({ ...answered, dueAtMs: NOW_MS + 1 }, NOW_MS)).toBe('answered');
  expect(stateAt({ ...answered, dueAtMs: NOW_MS }, NOW_MS)).toBe('closed');
  expect(stateAt({ state: 'received', dueAtMs: NOW_MS }, NOW_MS)).toBe('received');
});
