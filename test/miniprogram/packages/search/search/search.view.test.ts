import { localDay } from '../../../../../domain/time/local-day';
import {
  pillsOf,
  REFUSED_TEXT,
  toView,
  type Answer,
} from '../../../../../miniprogram/packages/search/search/search.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

type Row = Answer['rows'][number];

const aRow = (row: Partial<Row> = {}): Row => ({
  key: 'study-1',
  kind: 'study',
  title: '廉洁从家出发',
  day: localDay('2025-03-05'),
  mark: null,
  page: 'packages/study/detail/detail?studyId=1',
  ...row,
});

function shownOf(rows: readonly Row[], more: Partial<Answer> = {}) {
  const page = { nowMs: TEST_START_MS, rows: [...rows], nextCursor: null, lookedBackTo: null };
  const pages = [{ ...page, ...more }];
  const view = toView({ kind: 'known', words: '廉洁', pages }, [], TEST_START_MS);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}

test.each<[row: Partial<Row>, note: string, badge: string | undefined]>([
  [{}, '学习 · 今天', undefined],
  [{ mark: 'draft' }, '学习 · 今天', '草稿'],
  [{ mark: 'cancelled', day: localDay('2025-03-01') }, '学习 · 周六 3月1日', '已取消'],
  [{ kind: 'item', mark: 'party', day: localDay('2025-03-04') }, '党务清风 · 昨天', undefined],
  [
    { kind: 'item', mark: 'integrity', day: localDay('2024-03-04') },
    '廉政清风 · 周一 2024年3月4日',
    undefined,
  ],
  [{ kind: 'item', mark: 'newer' }, '栏目 · 今天', undefined],
  [{ kind: 'document' }, '文件 · 今天', undefined],
  [{ kind: 'notice' }, '消息 · 今天', undefined],
  [{ kind: 'newer' }, '新内容 · 今天', undefined],
])('a row says what it is, of which day, and where it stands', (row, note, badge) => {
  const [shown] = shownOf([aRow(row)]).rows;
  expect(shown).toMatchObject({ title: '廉洁从家出发', note, page: aRow().page });
  expect(shown?.badge?.text).toBe(badge);
});

test('what is not found is said with what to do, and how far back it was looked', () => {
  expect(shownOf([])).toMatchObject({
    empty: '没有找到“廉洁”。少打几个字，或者换个说法再搜。只找标题和日子，不找里面的内容。',
    lookedBack: '',
    hasMore: false,
  });
  const more = { nextCursor: '1_z', lookedBackTo: localDay('2024-12-05') };
  expect(shownOf([], more)).toMatchObject({
    empty: '从现在找到 2024年12月5日，还没有“廉洁”，再往前找找看。',
    lookedBack: '',
    hasMore: true,
  });
  expect(shownOf([aRow()], more)).toMatchObject({
    empty: '',
    lookedBack: '找到 2024年12月5日为止，更早的还没有找。',
    hasMore: true,
  });
});

test('before anything is asked the words of this phone are shown', () => {
  expect(toView({ kind: 'start' }, ['党课'], TEST_START_MS)).toEqual({
    kind: 'start',
    recent: ['党课'],
  });
});

test('one of the pills is on', () => {
  expect(pillsOf('item').map(({ text, isOn }) => `${text}${isOn ? ' on' : ''}`)).toEqual([
    '全部',
    '学习',
    '栏目 on',
    '文件',
    '消息',
  ]);
});

test('whatever is refused is told with what to do', () => {
  expect(Object.values(REFUSED_TEXT)).toEqual([
    '还没有写要找什么，写几个字再搜。',
    '至少写 2 个字，或者写哪天，如 3月5日。',
    '最多写 40 个字，删掉一些再搜。',
  ]);
});
