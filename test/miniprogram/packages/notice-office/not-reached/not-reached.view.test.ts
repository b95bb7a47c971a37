import {
  toMessagesPage,
  toPeoplePage,
} from '../../../../../miniprogram/packages/notice-office/not-reached/not-reached.view';
import type { Line } from '../../../../../miniprogram/packages/notice-office/not-reached.view';
import { MS_PER_HOUR } from '../../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const line = (more: Partial<Line> = {}): Line => ({
  messageId: 'message',
  kind: 'party-issue',
  title: '党务清风 3月4日',
  page: 'packages/channel/issues/issues?channel=party&day=2025-03-04',
  count: 1,
  why: 'not-looked',
  untilAtMs: null,
  ...more,
});

const person = (memberId: string, crewName: string | null, ...lines: Line[]) => ({
  memberId,
  name: `人${memberId}`,
  crewName,
  lines,
});

const pageOf = (people: ReturnType<typeof person>[], canInvite = true) =>
  toPeoplePage(
    {
      nowMs: TEST_START_MS,
      branchId: 'own',
      branchName: '运行支部',
      total: people.length,
      counts: [
        { why: 'not-bound', people: 1 },
        { why: 'newer', people: 2 },
      ],
      people,
      nextCursor: null,
    },
    7,
    canInvite,
  );

const shownOf = (of: Partial<Line>, canInvite = true) =>
  pageOf([person('a', null, line(of))], canInvite).rows[0]?.lines[0];

test('people stand by crew, each with what has not reached them', () => {
  const { head, rows } = pageOf([
    person('a', '一值', line({ count: 3 }), line({ why: 'no-credit' })),
    person('b', '一值', line()),
    person('c', null, line()),
  ]);
  expect(head).toMatchObject({
    title: '3 人还有没送到或没确认的',
    note: '运行支部 · 近 7 天和没到期的必读，按值和姓名排，不分先后',
    counts: '没绑定 1 · 其他原因 2',
    none: '',
  });
  expect(rows.map((row) => row.head)).toEqual(['一值', '', '没有值']);
  expect(rows[0]?.lines.map(({ text }) => text)).toEqual(['党务清风 3 条', '党务清风 3月4日']);
});

test('nobody left is said in words', () => {
  expect(pageOf([]).head).toMatchObject({
    title: '近 7 天的都送到了',
    none: expect.stringMatching(/更早还没到期的必读，都送到了/u),
  });
});

test.each([
  [
    'who is not bound is invited',
    { why: 'not-bound' },
    '请来绑定',
    '/packages/branch-office/invitation/invitation?branchId=own',
  ],
  ['who waits needs nothing', { why: 'waits' }, '先等着', ''],
  ['who is away needs nothing', { why: 'away' }, '先等着', ''],
  [
    'of an issue the next step is on its coverage',
    {},
    '当面说一声',
    '/packages/channel-office/coverage/coverage?channel=party&day=2025-03-04&branchId=own',
  ],
  [
    'a must-read is asked for again in its log',
    { kind: 'must-read', why: 'not-acknowledged', page: null },
    '提醒确认',
    '/packages/notice-office/notice-log/notice-log?messageId=message',
  ],
  [
    'of a document on its list',
    {
      kind: 'document-to-read',
      why: 'no-credit',
      page: 'packages/library/document/document?documentId=d1',
    },
    '提醒续订',
    '/packages/library/unread/unread?documentId=d1&branchId=own',
  ],
  [
    'of a study on its roll',
    { kind: 'study-published', why: 'failed', page: 'packages/study/detail/detail?studyId=s1' },
    '当面说一声',
    '/packages/study-office/roll/roll?studyId=s1&branchId=own',
  ],
] as const)('%s', (_name, of, step, url) => {
  expect(shownOf(of)).toMatchObject({ step, url });
});

test('who may not invite tells those who are not bound', () => {
  expect(shownOf({ why: 'not-bound' }, false)).toMatchObject({
    note: '还没绑定微信',
    step: '当面说一声',
    url: expect.stringContaining('coverage'),
  });
});

test('until when somebody sleeps or works is said', () => {
  const untilAtMs = TEST_START_MS + 5 * MS_PER_HOUR;
  expect(shownOf({ why: 'asleep', untilAtMs })?.note).toBe('送到以后一直在睡觉，到 今天 14:00');
  expect(shownOf({ why: 'on-duty', untilAtMs })?.note).toBe('送到以后一直在当班，到 今天 14:00');
  expect(shownOf({ why: 'away', untilAtMs })?.note).toBe('在休假或借调，周三 3月5日 回来');
  expect(shownOf({ why: 'waits', untilAtMs })?.note).toBe('今天 14:00 送到');
});

test('by message: who, of which crew and why, and how many are not named', () => {
  const { messageId, kind, title, page } = line({
    kind: 'study-published',
    title: '新的学习：安全规程',
    page: 'packages/study/detail/detail?studyId=s1',
  });
  const { head, rows } = toMessagesPage(
    {
      nowMs: TEST_START_MS,
      branchId: 'own',
      branchName: '运行支部',
      total: 1,
      messages: [
        {
          messageId,
          kind,
          title,
          page,
          createdAtMs: TEST_START_MS - MS_PER_HOUR,
          recipients: 48,
          open: 14,
          lines: [
            { crewName: '一值', why: 'not-looked', count: 13, names: ['张三', '李四'] },
            { crewName: null, why: 'not-bound', count: 1, names: ['王五'] },
          ],
        },
      ],
      nextCursor: null,
    },
    30,
  );
  expect(head.title).toBe('1 条还有人没送到');
  expect(rows).toMatchObject([
    {
      title: '新的学习：安全规程',
      note: '今天 8:00 发出，48 人里 14 人没送到',
      url: '/packages/study-office/roll/roll?studyId=s1&branchId=own',
      lines: [
        { text: '张三、李四 等 13 人', note: '一值 · 放在消息里，还没打开过' },
        { text: '王五', note: '没有值 · 还没绑定微信' },
      ],
    },
  ]);
});
