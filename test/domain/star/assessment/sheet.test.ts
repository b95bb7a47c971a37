import { DEFAULT_STANDARD } from '../../../../cloudfunctions/_store/star/default-standard.text';
import {
  permilleOf,
  stageOf,
  sumOf,
  type Mark,
  type SheetStanding,
} from '../../../../domain/star/assessment/sheet';
import { openingDay, termsOf } from '../../../../domain/star/assessment/terms';
import { aJudgedItem, aRecordedItem } from '../../../builders/assessments';

const terms = termsOf('2026-03', DEFAULT_STANDARD.terms, openingDay('2026-03'));
const OPEN = terms.summaryUntilMs - 1;

const counted = (itemId: string, tenths: number, chances = 1) => ({
  itemId,
  chances,
  earnedTenths: tenths,
});
const mark = (
  itemId: string,
  points: number,
  markId = itemId,
  appealId: string | null = null,
): Mark => ({
  markId,
  itemId,
  points,
  appealId,
});
const appeal = (answer: { outcome: 'kept' } | null) => ({
  appealId: 'appeal',
  itemId: 'rules',
  markId: 'rules',
  answer,
});
const sheet = (rest: Partial<SheetStanding> = {}): SheetStanding => ({
  setApart: null,
  counted: [
    counted('studies', 200),
    counted('make-ups', 100),
    counted('must-reads', 100),
    counted('drills', 0, 0),
    counted('lectures', 0, 0),
  ],
  marks: [],
  appeals: [],
  summary: null,
  settled: null,
  terms,
  ...rest,
});
const marked = [mark('post', 28), mark('rules', 19)];

test('the sum of the picture: 87 of 90, 96.7, ten points left out; 88 and 97.8 after the appeal', () => {
  const before = sumOf(DEFAULT_STANDARD, sheet({ marks: marked }));
  expect(before).toEqual({ earnedTenths: 870, possibleTenths: 900, leftOutTenths: 100 });
  expect(permilleOf(before)).toBe(967);
  const restored = [...marked, mark('rules', 20, 'restored', 'appeal')];
  const after = sumOf(DEFAULT_STANDARD, sheet({ marks: restored }));
  expect(after.earnedTenths).toBe(880);
  expect(permilleOf(after)).toBe(978);
});

test('what nobody has marked is full; nothing that counts gives no percentage', () => {
  expect(sumOf(DEFAULT_STANDARD, sheet())).toMatchObject({ earnedTenths: 900 });
  const recorded = { base: 100 as const, items: [aRecordedItem({ points: 100 })] };
  const none = sumOf(recorded, { counted: [counted('studies', 0, 0)], marks: [] });
  expect(none).toEqual({ earnedTenths: 0, possibleTenths: 0, leftOutTenths: 1000 });
  expect(permilleOf(none)).toBeNull();
});

test.each([
  { what: 'nothing marked', marks: [], earned: 600 },
  { what: 'a plus', marks: [mark('post', 12)], earned: 720 },
  { what: 'a minus', marks: [mark('post', -12)], earned: 480 },
])('with base 60, $what: $earned tenths of 100 points', ({ marks, earned }) => {
  const standard = { base: 60 as const, items: [aJudgedItem({ points: 40 })] };
  expect(sumOf(standard, { counted: [], marks })).toEqual({
    earnedTenths: earned,
    possibleTenths: 1000,
    leftOutTenths: 0,
  });
});

test('a minus takes nobody below nothing', () => {
  const items = [1, 2, 3].map((at) => aJudgedItem({ itemId: `item-${at}`, points: 10 }));
  const marks = items.map(({ itemId }) => mark(itemId, -100));
  expect(sumOf({ base: 70, items }, { counted: [], marks }).earnedTenths).toBe(0);
});

test('an appeal that was granted outweighs what is counted, also anew', () => {
  const restored = [mark('studies', 20, 'restored', 'appeal')];
  const low = { counted: [counted('studies', 50)], marks: restored };
  expect(sumOf({ base: 100, items: [aRecordedItem({ points: 20 })] }, low).earnedTenths).toBe(200);
});

test.each<{ what: string; given: SheetStanding; atMs: number; stage: string }>([
  { what: 'nothing done', given: sheet(), atMs: OPEN, stage: 'waits-leader' },
  {
    what: 'marked, no words yet',
    given: sheet({ marks: marked }),
    atMs: OPEN,
    stage: 'waits-member',
  },
  {
    what: 'marked, the term for words over',
    given: sheet({ marks: marked }),
    atMs: terms.summaryUntilMs,
    stage: 'waits-secretary',
  },
  {
    what: 'marked, with words',
    given: sheet({ marks: marked, summary: {} }),
    atMs: OPEN,
    stage: 'waits-secretary',
  },
  {
    what: 'nobody marked in time',
    given: sheet(),
    atMs: terms.marksUntilMs,
    stage: 'waits-secretary',
  },
  { what: 'settled', given: sheet({ settled: {} }), atMs: OPEN, stage: 'settled' },
  {
    what: 'an appeal after it',
    given: sheet({ settled: {}, appeals: [appeal(null)] }),
    atMs: OPEN,
    stage: 'appeal',
  },
  {
    what: 'answered',
    given: sheet({ settled: {}, appeals: [appeal({ outcome: 'kept' })] }),
    atMs: OPEN,
    stage: 'settled',
  },
  {
    what: 'the last term over, the clock has not come',
    given: sheet({ appeals: [appeal(null)] }),
    atMs: terms.answersUntilMs,
    stage: 'settled',
  },
  {
    what: 'set apart',
    given: sheet({ setApart: { why: 'leave', leaveKind: 'sick', days: 31 } }),
    atMs: OPEN,
    stage: 'set-apart',
  },
])('$what: $stage', ({ given, atMs, stage }) => {
  expect(stageOf(DEFAULT_STANDARD, given, atMs)).toBe(stage);
});
