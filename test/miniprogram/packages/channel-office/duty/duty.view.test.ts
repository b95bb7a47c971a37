import {
  giveQuestion,
  toDutyView,
  type DutyContent,
} from '../../../../../miniprogram/packages/channel-office/duty/duty.view';
import { addDays, instantOf } from '../../../../../domain/time/local-day';
import { aDeskLine, aDutyDay, TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const DAY = addDays(TODAY, 1);
const viewOf = (
  duty: Parameters<typeof aDutyDay>[0],
  myId = 'me',
  nowMs = TEST_START_MS,
): DutyContent => {
  const state = { kind: 'known', output: aDutyDay(duty), asOfAtMs: null } as const;
  const view = toDutyView(state, 'party', DAY, myId, nowMs);
  if (view.kind !== 'content') throw new Error('no content');
  return view;
};
const choice = (memberId: string, duties = 0) => ({
  memberId,
  name: memberId,
  branchName: '运行支部',
  duties,
});

test('it says who is on duty, what is expected until when, and what waits at which check since when', () => {
  const since = { state: 'branch-check', sinceAtMs: TEST_START_MS - 86_400_000 } as const;
  const view = viewOf({ lines: [aDeskLine(since)] });
  expect(view).toMatchObject({
    title: '党务清风 周四 3月6日',
    badge: { text: '还没有', tone: 'warn' },
    holder: '许文静',
    what: '管到 12:00 刊出，还空着就补上一条',
    lines: [{ badge: { text: '待支部审' }, note: '党务清风 · 许文静，运行支部 · 昨天到这一步' }],
    steps: [{ text: '清风排的：许文静', when: '今天 9:00' }],
  });
  expect(viewOf({}, 'xu').holder).toBe('许文静（你）');
});

test('who can take it stands with how many days they have, oneself as oneself', () => {
  const view = viewOf({ choices: [choice('me'), choice('other', 3)] });
  expect(view.choices.map(({ name, note, act }) => [name, note, act])).toEqual([
    ['me（你）', '运行支部 · 近四周和后面共 0 天', '我来'],
    ['other', '运行支部 · 近四周和后面共 3 天', '换人'],
  ]);
  expect(giveQuestion('other', DAY, TEST_START_MS, false).title).toBe('周四 3月6日由other值班？');
  expect(giveQuestion('me', DAY, TEST_START_MS, true).title).toBe('周四 3月6日由你值班？');
});

test.each<[string, Parameters<typeof aDutyDay>[0], string, string, string]>([
  ['nobody else can', {}, 'xu', '许文静（你）', '那天没有别人能换。实在不行，和党委工作部商量。'],
  ['it is somebody else’s', {}, 'me', '许文静', ''],
  [
    'nobody can',
    { duty: { person: null, revision: 1, steps: [] } },
    'me',
    '没有人能值班',
    '那天没有别人能换。实在不行，和党委工作部商量。',
  ],
  ['it is not planned yet', { duty: null }, 'me', '还没有排到这一天', ''],
])('where %s it says so', (_, duty, myId, holder, hint) => {
  expect(viewOf(duty, myId)).toMatchObject({ holder, hint });
});

test('from the hour at which issues come out nothing changes any more', () => {
  const open = { mayWrite: true, mayPlan: true };
  const noon = instantOf(DAY, 720);
  expect(viewOf(open, 'xu', noon - 1)).toMatchObject(open);
  expect(viewOf(open, 'xu', noon)).toMatchObject({
    what: '这一期的时间过了，不再换人',
    mayWrite: false,
    mayPlan: false,
    hint: '',
  });
});
