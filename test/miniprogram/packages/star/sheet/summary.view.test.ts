import {
  draftOf,
  overOf,
  wordsOf,
} from '../../../../../miniprogram/packages/star/sheet/summary.view';
import { aShownItem, aShownSheet } from '../../../../builders/phone/sheets';
import { NOW_MS } from '../../../../builders/phone/study';

test('own words are drafted from the records, and what is typed here stands before them', () => {
  const items = [
    aShownItem({ itemId: 'studies', source: 'attendance', done: 4 }),
    aShownItem({ itemId: 'make-ups', source: 'make-up', done: 1 }),
  ];
  const sheet = aShownSheet({ items });
  expect(draftOf(sheet)).toBe('这个月到会 4 次，补学 1 次，写了 1 篇心得。');
  expect(wordsOf(sheet, null, NOW_MS)).toMatchObject({ text: draftOf(sheet), canHandIn: true });
  const typed = { text: '下个月想讲一课', savedAtMs: NOW_MS };
  expect(wordsOf(sheet, typed, NOW_MS)).toMatchObject({ text: '下个月想讲一课', note: '' });
  const long = { text: '长'.repeat(501), savedAtMs: NOW_MS };
  expect(wordsOf(sheet, long, NOW_MS).canHandIn).toBe(false);
  const handedIn = { ...sheet, summary: { text: '好', atMs: NOW_MS, deedId: 'd' } };
  expect(wordsOf(handedIn, null, NOW_MS)).toMatchObject({ text: '好', canHandIn: false });
});

test('R-195 while other words stand in the field than were handed in, both are shown', () => {
  const sheet = aShownSheet({
    summary: { deedId: 'theirs', text: '第一台写的', atMs: NOW_MS },
  });
  const of = (text: string) => wordsOf(sheet, { text, savedAtMs: NOW_MS, over: null }, NOW_MS);
  expect(of('第二台写的')).toMatchObject({
    text: '第二台写的',
    handedIn: { title: expect.stringMatching(/交的$/u), text: '第一台写的' },
  });
  expect(of(' 第一台写的')).toMatchObject({ handedIn: null, canHandIn: false });
  expect(wordsOf(sheet, null, NOW_MS).handedIn).toBeNull();
});

test('R-195 words are handed in over what was there when they were begun, not over what has come since', () => {
  const sheet = aShownSheet({ summary: { deedId: 'theirs', text: '第一台写的', atMs: NOW_MS } });
  const draft = { text: '第二台写的', savedAtMs: NOW_MS };
  expect(overOf(sheet, { ...draft, over: null })).toBeNull();
  expect(overOf(sheet, { ...draft, over: 'theirs' })).toBe('theirs');
  expect(overOf(sheet, null)).toBe('theirs');
  // Kept by a version that did not ask.
  expect(overOf(sheet, draft)).toBe('theirs');
  expect(overOf(aShownSheet({ summary: null }), null)).toBeNull();
});
