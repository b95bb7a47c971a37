import type { Sheet } from '../../../../../contract/star/sheet-shapes';
import { unsentOf } from '../../../../../miniprogram/packages/star-office/assess/appeal.view';
import {
  missingText,
  noOutcome,
  toView,
} from '../../../../../miniprogram/packages/star-office/assess/assess.view';
import {
  formOf,
  withTheirs,
  noForm,
  withPoints,
} from '../../../../../miniprogram/packages/star-office/assess/mark-form.view';
import { localDay } from '../../../../../domain/time/local-day';
import { aShownItem, aShownMark, aShownSheet } from '../../../../builders/phone/sheets';
import { at, NOW_MS } from '../../../../builders/phone/study';

const shown = (rest: Partial<Sheet> = {}) => {
  const output = { nowMs: NOW_MS, sheet: aShownSheet(rest) };
  return toView({ kind: 'known', output, asOfAtMs: null }, 'reader', NOW_MS);
};
const appeal = (found: Sheet['items'][number]['appeals'][number]['found'] = []) => ({
  appealId: 'appeal',
  text: '那天换了班',
  atMs: at('09:12'),
  answer: null,
  canAnswer: true,
  restoredPoints: 30,
  ifRestored: { earnedTenths: 890, permille: 989 },
  found,
});

test('an appeal has both voices, what was found, and what either choice comes to', () => {
  const found = [
    {
      kind: 'swap' as const,
      fromDay: localDay('2026-02-09'),
      toDay: localDay('2026-02-10'),
      shift: null,
    },
  ];
  const item = aShownItem({ earnedTenths: 280, marks: [aShownMark()], appeals: [appeal(found)] });
  expect(shown({ items: [item], stage: 'appeal' })).toMatchObject({
    answering: 'appeal',
    appeals: [
      {
        mark: '组长 田宝林 · 扣 2 分',
        text: '那天换了班',
        found: ['周一 2月9日登记了换班'],
        choices: [
          { title: '改回 30 / 30', note: '合计 89 / 90，折成 98.9' },
          { title: '维持 28 / 30', note: '合计 87 / 90，折成 96.7' },
        ],
      },
    ],
  });
});

test('an answer that was typed for an appeal which waits no more stays to be copied', () => {
  expect(unsentOf('交接班', '查到那天换了班')).toEqual({
    title: '你写的答复没有发出去',
    note: '“交接班”的申诉别人答复了，或者到期了',
    text: '查到那天换了班',
  });
  expect(unsentOf('交接班', ' ')).toBeNull();
});

test('of several appeals one is answered at a time: the first that the reader answers', () => {
  const marked = { earnedTenths: 280, marks: [aShownMark()] };
  const items = [
    aShownItem({ ...marked, appeals: [{ ...appeal(), appealId: 'of-own', canAnswer: false }] }),
    aShownItem({ ...marked, itemId: 'rules', appeals: [{ ...appeal(), appealId: 'first' }] }),
    aShownItem({ ...marked, itemId: 'more', appeals: [{ ...appeal(), appealId: 'second' }] }),
  ];
  expect(shown({ items, stage: 'appeal' })).toMatchObject({ answering: 'first' });
  expect(shown({ items: items.slice(0, 1), stage: 'appeal' })).toMatchObject({ answering: '' });
});

test('where nothing is found it is said so', () => {
  const item = aShownItem({ earnedTenths: 280, marks: [aShownMark()], appeals: [appeal()] });
  expect(shown({ items: [item] })).toMatchObject({
    appeals: [{ nothingFound: '那天班表里没有换班、请假或培训。' }],
  });
});

test('a mark stays within its item, and says what it takes or gives', () => {
  const sheet = aShownSheet({ items: [aShownItem({ canMark: true })] });
  const form = formOf(sheet, 'post');
  expect(form).toMatchObject({ points: 30, over: null, says: '没有扣分' });
  expect(withPoints(form, 31).points).toBe(30);
  expect(withPoints(form, -1).points).toBe(0);
  expect(withPoints(form, 28).says).toBe('扣 2 分');
  expect(formOf(sheet, 'none')).toBe(noForm);
  const plus = aShownItem({ start: 0, least: -30, earnedTenths: 0 });
  const added = formOf(aShownSheet({ items: [plus], base: 60 }), 'post');
  expect(withPoints(added, 5).says).toBe('加 5 分');
});

test('the rest is offered while something is unmarked; settling when it can be', () => {
  expect(shown({ items: [aShownItem({ canMark: true })] })).toMatchObject({ canMarkRest: true });
  expect(shown({ canSettle: true })).toMatchObject({ canMarkRest: false, canSettle: true });
});

test('neither answer to an appeal is suggested: whoever answers chooses, and says why', () => {
  expect(missingText(noOutcome, '查过了')).toBe('先选改回还是维持，再答复。');
  expect(missingText('kept', '')).toBe('写了原因再答复，本人看得到。');
  expect(missingText('kept', '查过了')).toBe('');
  expect(missingText('kept', '长'.repeat(101))).toContain('删掉 1 字');
});

test('an item that is back because nobody answered says so', () => {
  const answer = { outcome: 'unanswered' as const, reason: null, byName: null, atMs: at('10:00') };
  const lapsed = aShownMark({ markId: 'back', points: 30, byName: '', isOfAppeal: true });
  const item = aShownItem({ marks: [aShownMark(), lapsed], appeals: [{ ...appeal(), answer }] });
  expect(shown({ items: [item] })).toMatchObject({
    judged: [{ note: '申诉到时没有答复，扣分不算' }],
  });
});

test('whoever opens their own sheet reads who marks it', () => {
  const output = (memberId: string) => ({
    nowMs: NOW_MS,
    sheet: aShownSheet({ memberId, assessors: { marks: 'leader', settles: 'other-officer' } }),
  });
  const own = (memberId: string) =>
    toView({ kind: 'known', output: output(memberId), asOfAtMs: null }, 'reader', NOW_MS);
  expect(own('reader')).toMatchObject({ own: '自己的表自己不评，由组长评，另一位支委定。' });
  expect(own('yx21')).toMatchObject({ own: '' });
});

test.each([
  ['member', '你打开这张表会记下来，本人看得到。'],
  ['reader', ''],
])('of the sheet of %s says that opening it is written down: %j', (memberId, trail) => {
  expect(shown({ memberId })).toMatchObject({ trail });
});

test('R-193 of two markers the second reads the mark of the first in the open sheet, and replaces that one only', () => {
  const before = aShownSheet({ items: [aShownItem({ marks: [] })] });
  const form = { ...formOf(before, 'post'), points: 27 };
  const mark = aShownMark({ markId: 'theirs', points: 28, reason: '漏填一栏', byName: '田宝林' });
  const after = aShownSheet({ items: [aShownItem({ marks: [mark] })] });
  const seen = withTheirs(form, after);
  expect(seen).toMatchObject({ over: 'theirs', points: 27 });
  expect(seen.theirs).toMatch(/^田宝林：扣 2 分，漏填一栏/u);
  // The same mark as before is nobody's news, and with no sheet open nothing is said.
  expect(withTheirs(formOf(after, 'post'), after).theirs).toBe('');
  expect(withTheirs(formOf(after, 'none'), after).theirs).toBe('');
});
