import {
  kindOfQuery,
  pageOf,
  toDueView,
  type DueList,
} from '../../../../../miniprogram/packages/channel-office/takedown-list/takedown-list.view';
import { canBeKeptUntil } from '../../../../../domain/content/takedown';
import { localDay } from '../../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const aRow = (row: Partial<DueList['rows'][number]> = {}): DueList['rows'][number] => ({
  id: 'old',
  title: 'ask once more',
  day: localDay('2023-03-31'),
  branchName: 'Branch',
  name: 'Writer',
  comments: 0,
  ...row,
});
const known = (rows: DueList['rows'], nextCursor: string | null = null) => ({
  kind: 'known' as const,
  output: { nowMs: TEST_START_MS, nextMonth: '2025-04', rows, nextCursor },
  asOfAtMs: null,
});

test('each says when it came out, where and by whom, and what goes with it', () => {
  const view = toDueView(known([aRow({ comments: 3 }), aRow({ branchName: '' })]), [], 'party');
  if (view.kind !== 'content') throw new Error(view.kind);
  expect(view.title).toBe('4月下架：党务清风的稿');
  expect(view.rows).toEqual([
    {
      id: 'old',
      title: 'ask once more',
      note: '2023年3月31日刊出 · Branch Writer',
      comments: '3 条感悟跟着下架',
    },
    expect.objectContaining({ note: '2023年3月31日刊出 · Writer', comments: '' }),
  ]);
});

test('R-309: every month that can be chosen is one that is taken', () => {
  const view = toDueView(known([aRow()]), [], 'document');
  if (view.kind !== 'content') throw new Error(view.kind);
  expect(view.rows[0]?.note).toContain('有效到2023年3月31日');
  expect(view.choices.map(({ text }) => text)).toEqual([
    '到 7月',
    '到 10月',
    '到 2026年4月',
    '到 2027年4月',
    '到 2028年4月',
  ]);
  for (const { month } of view.choices) expect(canBeKeptUntil(month, '2025-04')).toBe(true);
});

test('pages follow one another, and where nothing goes it says so', () => {
  const more = [{ nowMs: TEST_START_MS, nextMonth: '2025-04', rows: [aRow()], nextCursor: null }];
  expect(toDueView(known([aRow()], 'more'), [], 'party')).toMatchObject({ hasMore: true });
  const view = toDueView(known([aRow()], 'more'), more, 'party');
  expect(view).toMatchObject({ hasMore: false, rows: [{}, {}] });
  expect(toDueView(known([]), [], 'party')).toEqual({ kind: 'empty', text: '4月没有要下架的。' });
});

test('each opens where it is read whole', () => {
  expect(kindOfQuery('document')).toBe('document');
  expect(kindOfQuery('something')).toBe('party');
  expect(pageOf('document', 'a')).toContain('library/document/document?documentId=a');
  expect(pageOf('integrity', 'a')).toContain('channel-office/check/check?itemId=a');
});
