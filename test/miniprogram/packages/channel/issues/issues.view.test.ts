import {
  dayOfQuery,
  toIssueRows,
  toIssuesView,
  type IssuesPage,
} from '../../../../../miniprogram/packages/channel/issues/issues.view';
import { addDays } from '../../../../../domain/time/local-day';
import { anIssueLine, TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const known = (issues: IssuesPage['issues']) =>
  ({ kind: 'known', output: { nowMs: NOW, issues, earlier: null }, asOfAtMs: null }) as const;

test('the newest issue says its day, how much it is and how long it takes', () => {
  const items = [anIssueLine(), anIssueLine({ itemId: 'b', minutes: 4, pictures: 9 })];
  expect(toIssuesView(known([{ day: TODAY, items }]), null, NOW)).toMatchObject({
    title: '周三 3月5日',
    note: '今天 2 条，共 6 分钟',
    items: [{ about: '约 2 分钟' }, { about: '9 张图 · 约 4 分钟' }],
  });
});

test('what was withdrawn says why, and counts for nothing', () => {
  const items = [anIssueLine({ title: '', withdrawnBecause: '数字错了' }), anIssueLine()];
  expect(toIssuesView(known([{ day: TODAY, items }]), null, NOW)).toMatchObject({
    note: '今天 1 条，约 2 分钟',
    items: [{ withdrawn: '这一条撤回了：数字错了' }, { withdrawn: '' }],
  });
  const gone = [{ day: addDays(TODAY, -1), items: [anIssueLine({ withdrawnBecause: '错了' })] }];
  expect(toIssueRows(gone, NOW)).toMatchObject([{ title: '这一期撤回了', note: '昨天' }]);
});

test('an earlier issue is a row under its first item', () => {
  const items = [anIssueLine({ minutes: 3 }), anIssueLine({ minutes: 2 })];
  expect(toIssueRows([{ day: addDays(TODAY, -2), items }], NOW)).toMatchObject([
    { title: '多问一句', note: '周一 3月3日 · 2 条，共 5 分钟' },
  ]);
});

test('a channel without an issue says how one comes to be', () => {
  expect(toIssuesView(known([]), null, NOW)).toMatchObject({
    kind: 'empty',
    text: expect.stringContaining('还没有刊出过'),
  });
  expect(toIssuesView(known([]), null, NOW, TODAY)).toMatchObject({
    kind: 'empty',
    text: expect.stringContaining('这一期看不到了'),
  });
});

test('a day of an address that is none is no day', () => {
  expect([dayOfQuery(undefined), dayOfQuery('2025-02-30'), dayOfQuery('2025-03-05')]).toEqual([
    undefined,
    undefined,
    TODAY,
  ]);
});

test('a page is below 25 KB on its way to the screen', () => {
  const long = anIssueLine({
    itemId: 'x'.repeat(40),
    title: '题'.repeat(30),
    line: '句'.repeat(80),
    byline: '名'.repeat(20),
    pictureUrl: `https://${'u'.repeat(400)}`,
  });
  const issues = Array.from({ length: 8 }, (_, at) => ({
    day: addDays(TODAY, -at),
    items: Array.from({ length: 6 }, () => long),
  }));
  const view = { view: toIssuesView(known(issues), TODAY, NOW), parts: [toIssueRows(issues, NOW)] };
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(25 * 1024);
});

test('an issue says whether one of it is told before shifts', () => {
  const viewOf = (line: object) =>
    toIssuesView(known([{ day: TODAY, items: [anIssueLine(line)] }]), null, NOW);
  expect(viewOf({ isForShift: true })).toMatchObject({ isForShift: true, day: TODAY });
  expect(viewOf({})).toMatchObject({ isForShift: false });
  expect(viewOf({ isForShift: true, withdrawnBecause: '错了' })).toMatchObject({
    isForShift: false,
  });
});
