import {
  toView,
  type ContestPage,
} from '../../../../../miniprogram/packages/contest/list/list.view';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const row = {
  contestId: 'one',
  title: '安规十问',
  round: 2,
  state: 'running' as const,
  startAtMs: TEST_START_MS,
  endAtMs: TEST_START_MS + 5 * MS_PER_DAY,
  questions: 10,
};
const page: ContestPage = {
  nowMs: TEST_START_MS,
  branchId: 'branch',
  canWrite: true,
  rows: [
    row,
    { ...row, contestId: 'two', round: 1, state: 'draft', endAtMs: TEST_START_MS + MS_PER_HOUR },
  ],
  nextCursor: null,
};

test('a row says which round, how many questions and when; a draft opens for writing', () => {
  const view = toView({ kind: 'known', output: page, asOfAtMs: null }, [], TEST_START_MS);
  expect(view).toMatchObject({
    canWrite: true,
    hasMore: false,
    rows: [
      {
        note: '第 2 轮 · 10 道题 · 今天 9:00 到周一 3月10日 9:00',
        page: 'contest/contest/contest',
      },
      {
        note: '10 道题 · 今天 9:00–10:00',
        page: 'contest-office/edit/edit',
        badge: { text: '草稿' },
      },
    ],
  });
});

test('more pages stand below the first', () => {
  const state = { kind: 'known', output: { ...page, nextCursor: '1_a' }, asOfAtMs: null } as const;
  expect(toView(state, [], TEST_START_MS)).toMatchObject({ hasMore: true });
  const view = toView(state, [page], TEST_START_MS);
  expect(view.kind === 'content' && [view.rows.length, view.hasMore]).toEqual([4, false]);
});

test('a contest of lectures opens a page of its own, and one that only newer versions know says so', () => {
  const [row] = page.rows;
  if (row === undefined) throw new Error('the page has no row');
  const judgeByMs = row.endAtMs + 1;
  const rows = [
    { ...row, state: 'lectures' as const, lectures: { state: 'judging' as const, judgeByMs } },
    { ...row, state: 'lectures' as const, lectures: { state: 'draft' as const, judgeByMs } },
    { ...row, state: 'newer' as const },
  ];
  const view = toView(
    { kind: 'known', output: { ...page, rows }, asOfAtMs: null },
    [],
    TEST_START_MS,
  );
  expect(view).toMatchObject({
    rows: [
      { page: 'lecture/lecture/lecture', badge: { text: '正在评' } },
      { page: 'lecture-office/edit/edit', badge: { text: '草稿' } },
      { page: 'contest/contest/contest', badge: { text: '升级后查看' } },
    ],
  });
});
