import {
  decideOnComment,
  firstState,
  waitingIn,
  type CommentDeed,
} from '../../../../domain/content/comment/decide-on-comment';
import type { CommentState } from '../../../../domain/content/comment/comment';
import { isGoodTerm, isInTerm, overlaps } from '../../../../domain/content/comment/term';
import { localDay } from '../../../../domain/time/local-day';

const decided = (state: CommentState, deed: CommentDeed, by = 'officer') => {
  const decision = decideOnComment({ state, authorId: 'author' }, deed, by);
  return decision.kind === 'done' ? decision.state : decision.reason;
};

test.each<[CommentState, CommentDeed, string]>([
  ['waiting', 'show', 'shown'],
  ['waiting', 'refuse', 'refused'],
  ['waiting', 'take-down', 'not-at-this-step'],
  ['shown', 'take-down', 'taken-down'],
  ['shown', 'show', 'not-at-this-step'],
  ['shown', 'refuse', 'not-at-this-step'],
  ['refused', 'show', 'not-at-this-step'],
  ['taken-down', 'show', 'not-at-this-step'],
  ['taken-back', 'show', 'not-at-this-step'],
])('what is %s becomes by %s: %s', (state, deed, becomes) => {
  expect(decided(state, deed)).toBe(becomes);
  expect(decided(state, deed, 'author')).toBe('own-words');
});

test('whoever wrote it takes it back, unless it was taken down', () => {
  const states: CommentState[] = ['waiting', 'shown', 'refused', 'taken-down', 'taken-back'];
  expect(states.map((state) => decided(state, 'take-back', 'author'))).toEqual([
    'taken-back',
    'taken-back',
    'taken-back',
    'not-at-this-step',
    'not-at-this-step',
  ]);
});

test('only an officer’s answer of which WeChat is sure is shown at once', () => {
  expect(firstState(true, 'pass')).toBe('shown');
  expect(firstState(true, 'to-look-at')).toBe('waiting');
  expect(firstState(false, 'pass')).toBe('waiting');
});

test('a comment waits for its check, then for an answer, then for the check of that', () => {
  const said = { authorId: 'author', saidAtMs: 1, shownAtMs: null, answers: [] } as const;
  const asks = { ...said, wantsAnswer: true } as const;
  expect(waitingIn({ ...asks, state: 'waiting' })).toEqual({
    for: 'check',
    sinceAtMs: 1,
    authorId: 'author',
  });
  const shown = { ...asks, state: 'shown', shownAtMs: 2 } as const;
  expect(waitingIn(shown)).toMatchObject({ for: 'answer', sinceAtMs: 2 });
  expect(waitingIn({ ...shown, wantsAnswer: false })).toBeNull();
  const answer = { authorId: 'other', saidAtMs: 3, shownAtMs: null } as const;
  const withAnswer = (state: CommentState) =>
    waitingIn({ ...shown, answers: [{ ...answer, state }] });
  expect(withAnswer('waiting')).toEqual({ for: 'check', sinceAtMs: 3, authorId: 'other' });
  expect(withAnswer('shown')).toBeNull();
  expect(withAnswer('refused')).toMatchObject({ for: 'answer' });
  for (const state of ['refused', 'taken-down', 'taken-back'] as const) {
    expect(waitingIn({ ...shown, state })).toBeNull();
  }
});

const [first, last] = [localDay('2025-03-05'), localDay('2025-04-04')];
const term = { fromDay: first, toDay: last, isEnded: false };

test.each([
  ['2025-03-04', false],
  ['2025-03-05', true],
  ['2025-04-04', true],
  ['2025-04-05', false],
])('on %s a term holds: %s', (day, holds) => {
  expect(isInTerm(term, localDay(day))).toBe(holds);
  expect(isInTerm({ ...term, isEnded: true }, localDay(day))).toBe(false);
});

test.each([
  ['2025-03-05', '2025-03-05', true],
  ['2025-03-04', '2025-04-04', false],
  ['2025-03-06', '2025-03-05', false],
  ['2025-05-04', '2025-05-04', true],
  ['2025-05-05', '2025-05-05', false],
  ['2025-03-05', '2026-03-05', true],
  ['2025-03-05', '2026-03-06', false],
])('a term from %s to %s can begin on 2025-03-05: %s', (fromDay, toDay, isGood) => {
  expect(isGoodTerm({ fromDay: localDay(fromDay), toDay: localDay(toDay) }, first)).toBe(isGood);
});

test('two terms overlap where they share a day, and none with what is ended', () => {
  const from = (day: string) => ({ fromDay: localDay(day), toDay: localDay('2025-05-01') });
  expect(overlaps(from('2025-04-04'), term)).toBe(true);
  expect(overlaps(from('2025-04-05'), term)).toBe(false);
  expect(overlaps(from('2025-04-04'), { ...term, isEnded: true })).toBe(false);
});
