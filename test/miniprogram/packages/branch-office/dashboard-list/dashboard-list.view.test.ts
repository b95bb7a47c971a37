import type { OutputOf } from '../../../../../contract/action';
import type { dashboardLines, dashboardPeople } from '../../../../../contract/branch/dashboard';
import { instantOf, localDay } from '../../../../../domain/time/local-day';
import {
  outcomeOf,
  partOf,
  toLinesPage,
  toMakeUpsPage,
  toPeoplePage,
} from '../../../../../miniprogram/packages/branch-office/dashboard-list/dashboard-list.view';

const NOW_MS = instantOf(localDay('2026-03-24'), 16 * 60 + 40);
type Lines = OutputOf<typeof dashboardLines>;
type People = OutputOf<typeof dashboardPeople>;

const line = (given: Partial<Lines['lines'][number]> = {}): Lines['lines'][number] => ({
  studyId: 'theme',
  memberId: 'zhou',
  name: '周航',
  crewName: '一值',
  state: 'attended',
  ...given,
});
const lines = (given: Partial<Lines> = {}): Lines => ({
  nowMs: NOW_MS,
  counts: { came: 72, 'made-up': 25, missed: 12, 'on-leave': 7, 'on-duty': 24, 'to-confirm': 0 },
  studies: [
    {
      studyId: 'theme',
      topic: '走进泵房',
      kind: 'theme-day',
      startAtMs: instantOf(localDay('2026-03-12'), 840),
    },
  ],
  lines: [line(), line({ memberId: 'liu', name: '刘洋', crewName: null, state: 'absent' })],
  nextCursor: 'theme_50',
  ...given,
});

describe('the list behind a rate', () => {
  it('has pills that add up to all, without those that nobody is in', () => {
    const { head } = toLinesPage(lines(), '', '2026-03', NOW_MS);
    expect(head).toMatchObject({ title: '3月到会', note: '140 人次，按值和姓名排，不分先后' });
    expect(head.pills.map(({ text }) => text)).toEqual([
      '全部 140',
      '到了 72',
      '补学 25',
      '没到 12',
      '请假 7',
      '在岗 24',
    ]);
    expect(head.pills.map(({ isOn }) => isOn)).toEqual([true, false, false, false, false, false]);
  });

  it('keeps the pill that is chosen, also when nobody is in it', () => {
    const { head } = toLinesPage(lines(), 'to-confirm', '2026-03', NOW_MS);
    expect(head.pills.at(-1)).toEqual({ of: 'to-confirm', text: '待确认 0', isOn: true });
  });

  it('names the study over its first row of the page, and states in the words of the roll', () => {
    const { rows, nextCursor } = toLinesPage(lines(), '', '2026-03', NOW_MS);
    expect(rows).toEqual([
      {
        key: 'theme_zhou',
        head: '周四 3月12日 主题党日：走进泵房',
        name: '周航',
        note: '一值',
        badge: { text: '已到', tone: 'ok' },
      },
      {
        key: 'theme_liu',
        head: '',
        name: '刘洋',
        note: '没有值',
        badge: { text: '缺席', tone: 'warn' },
      },
    ]);
    expect(nextCursor).toBe('theme_50');
  });

  it('shows a state that only a newer version knows', () => {
    const newer = lines({ lines: [line({ state: 'newer' })] });
    const [row] = toLinesPage(newer, '', '2026-03', NOW_MS).rows;
    expect(row?.badge).toEqual({ text: '新状态', tone: 'plain' });
  });
});

describe('the list of people asked', () => {
  const people = (count: number): People => ({
    nowMs: NOW_MS,
    total: 1000,
    people: Array.from({ length: count }, (_, index) => ({
      memberId: `member-${index}`,
      name: '欧阳长名字',
      crewName: '运行三值',
      studies: 4,
      minutes: 150,
    })),
    nextCursor: '50',
  });

  it('says what was asked of each, in the order of the roster', () => {
    const page = toPeoplePage(people(1), '2025-12', NOW_MS);
    expect(page.head).toMatchObject({
      title: '2025年12月应参加',
      note: '1000 人，按值和姓名排，不分先后',
      pills: [],
    });
    expect(page.rows).toEqual([
      {
        key: 'member-0',
        head: '',
        name: '欧阳长名字',
        note: '运行三值 · 请了 4 次，150 分钟',
        badge: null,
      },
    ]);
  });

  it('adds a page of a thousand rows in under 25 KB', () => {
    const { rows } = toPeoplePage(people(50), '2026-03', NOW_MS);
    expect(new TextEncoder().encode(JSON.stringify(rows)).length).toBeLessThan(25 * 1024);
  });
});

describe('the list of make-ups that are not done', () => {
  const makeUp = (day: string, untilDay: string) => ({
    studyId: day,
    topic: '走进泵房',
    kind: 'theme-day' as const,
    startAtMs: instantOf(localDay(day), 840),
    untilAtMs: instantOf(localDay(untilDay), 0),
  });

  it('has a row for each person, with what is left and until when', () => {
    const { head, rows } = toMakeUpsPage(
      {
        nowMs: NOW_MS,
        total: 2,
        people: [
          {
            memberId: 'zhou',
            name: '周航',
            crewName: '一值',
            makeUps: [makeUp('2026-03-02', '2026-03-10'), makeUp('2026-03-12', '2026-03-28')],
          },
          {
            memberId: 'liu',
            name: '刘洋',
            crewName: null,
            makeUps: [makeUp('2026-03-02', '2026-03-10')],
          },
        ],
        nextCursor: null,
      },
      '',
      '2026-03',
    );
    expect(head).toMatchObject({ title: '3月补学未完成', note: '2 人，按值和姓名排，不分先后' });
    expect(rows).toMatchObject([
      {
        note: '一值 · 周一 3月2日 主题党日：走进泵房，周一 3月9日 截止了 · 周四 3月12日 主题党日：走进泵房，周五 3月27日 前补',
        badge: null,
      },
      { badge: { text: '已截止', tone: 'warn' } },
    ]);
  });

  it('has a pill for each part, with as many as the board says, and says what is done', () => {
    const done = { ...makeUp('2026-03-02', '2026-03-10'), doneAtMs: NOW_MS };
    const person = { memberId: 'zhou', name: '周航', crewName: '一值', makeUps: [done] };
    const page = { nowMs: NOW_MS, total: 1, people: [person], nextCursor: null };
    const counts = { open: 3, over: 0, done: 5 };
    const { head, rows } = toMakeUpsPage({ ...page, counts }, 'done', '2026-03');
    expect(head.title).toBe('3月补学补完');
    expect(head.pills).toEqual([
      { of: '', text: '未完成 3', isOn: false },
      { of: 'open', text: '还能补 3', isOn: false },
      { of: 'done', text: '补完 5', isOn: true },
    ]);
    expect(rows).toMatchObject([
      { note: '一值 · 周一 3月2日 主题党日：走进泵房，周二 3月24日 补完', badge: null },
    ]);
    expect(toMakeUpsPage(page, '', '2026-03').head.pills).toEqual([]);
  });
});

it('what a pill stands for is asked as an input takes it, and nothing that it does not know', () => {
  expect([partOf('done'), partOf('came'), partOf('')]).toEqual([{ part: 'done' }, {}, {}]);
  expect([outcomeOf('came'), outcomeOf('done'), outcomeOf('')]).toEqual([
    { outcome: 'came' },
    {},
    {},
  ]);
});
