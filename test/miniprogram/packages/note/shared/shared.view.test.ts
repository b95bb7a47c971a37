import {
  toCrewPills,
  toSharedRows,
  toSharedView,
} from '../../../../../miniprogram/packages/note/shared/shared.view';
import { aNoteRow } from '../../../../builders/phone/note';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const aPage = (notes = [aNoteRow()]) => ({ nowMs: NOW, notes, nextCursor: null });
const known = (output: ReturnType<typeof aPage>) =>
  ({ kind: 'known', output, asOfAtMs: null }) as const;

test('a row has the name that the author has chosen, and what it is about', () => {
  const rows = toSharedRows(
    aPage([
      aNoteRow({ studyTopic: '一张操作票', pictures: 3 }),
      aNoteRow({ authorName: '', crewName: null, type: 'news' }),
    ]),
    NOW,
  );
  expect(rows).toMatchObject([
    { author: '周立新', crew: '二值', initial: '周', about: '一张操作票 · 3 张图', when: '今天' },
    { author: '支部一位同志', crew: '', initial: '支', about: '新闻稿件' },
  ]);
});

test('nothing shared says how something comes to be', () => {
  expect(toSharedView(known(aPage([])), null, NOW)).toMatchObject({ kind: 'empty' });
  expect(toSharedView(known(aPage()), 'more', NOW)).toMatchObject({ hasMore: true });
});

test('a page of rows is below 25 KB on its way to the screen', () => {
  const long = aNoteRow({
    noteId: 'x'.repeat(40),
    title: '题'.repeat(40),
    excerpt: '字'.repeat(48),
    studyTopic: '学'.repeat(40),
    authorName: '名'.repeat(30),
    crewName: '值'.repeat(12),
  });
  const rows = toSharedRows(aPage(Array.from({ length: 30 }, () => long)), NOW);
  expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(25 * 1024);
});

test.each([
  [undefined, []],
  [[], []],
  [['二值'], []],
  [
    ['五值', '三值', '一值', '长白班', '二值', '四值'],
    ['', '一值', '二值', '三值', '四值', '五值', '长白班'],
  ],
  [
    ['丁班', '乙班', '甲班', '丙班'],
    ['', '甲班', '乙班', '丙班', '丁班'],
  ],
])('crews to choose from %j', (crewNames, shown) => {
  const pills = toCrewPills({ ...aPage(), crewNames }, '');
  expect(pills.map(({ crewName }) => crewName)).toEqual(shown);
});

test('whoever looks at one crew gets back to all, though the notes of that crew are gone', () => {
  const pills = toCrewPills({ ...aPage([]), crewNames: ['一值'] }, '二值');
  expect(pills.map(({ crewName }) => crewName)).toEqual(['', '一值']);
});
