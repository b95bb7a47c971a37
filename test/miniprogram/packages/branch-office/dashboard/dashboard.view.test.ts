import {
  toView,
  type DashboardContent,
} from '../../../../../miniprogram/packages/branch-office/dashboard/dashboard.view';
import type { Dashboard } from '../../../../../miniprogram/packages/branch-office/rate.view';
import { instantOf, localDay } from '../../../../../domain/time/local-day';

const NOW_MS = instantOf(localDay('2026-03-24'), 16 * 60 + 40);
const at = (day: string) => instantOf(localDay(day), 14 * 60);
const sums = (asked: number, attended: number, couldAttend: number, leftOutOnLeave = 0) => ({
  asked,
  attended,
  couldAttend,
  leftOutOnLeave,
});
type Study = Dashboard['studies'][number];
const study = (given: Partial<Study> = {}): Study => ({
  studyId: 'theme',
  topic: '主题党日：走进泵房',
  kind: 'theme-day',
  minutes: 60,
  startAtMs: at('2026-03-12'),
  sums: sums(35, 27, 30),
  cells: [
    { crewId: 'one', attended: 4, couldAttend: 4 },
    { crewId: 'two', attended: 5, couldAttend: 6 },
    { crewId: null, attended: 0, couldAttend: 0 },
  ],
  ...given,
});
const told = (given: Partial<Dashboard> = {}): Dashboard => ({
  nowMs: NOW_MS,
  branchId: 'yunxing',
  branchName: '运行支部',
  month: '2026-03',
  people: 35,
  openStudies: 0,
  sums: sums(140, 97, 109, 7),
  studies: [study()],
  crews: [
    { crewId: 'one', name: '一值' },
    { crewId: 'two', name: '二值' },
    { crewId: null, name: null },
  ],
  makeUps: { people: 3, open: 3, over: 1, done: 5, nextUntilAtMs: at('2026-03-28') },
  notes: [
    { type: 'hazard', state: 'to-read', count: 2 },
    { type: 'study-note', state: 'used', count: 4 },
    { type: 'study-note', state: 'to-read', count: 12 },
  ],
  burden: { medianMinutes: 95, highestMinutes: 95, limitMinutes: 100 },
  trend: [
    { month: '2025-12', sums: sums(0, 0, 0) },
    { month: '2026-03', sums: sums(140, 97, 109, 7) },
  ],
  ...given,
});
const view = (given?: Partial<Dashboard>) =>
  toView({ kind: 'known', output: told(given), asOfAtMs: null }, NOW_MS) as DashboardContent;
const figure = (caption: string, given?: Partial<Dashboard>) =>
  view(given).figures.find((each) => each.caption === caption);

describe('the dashboard', () => {
  it('says of which branch it is, and until when', () => {
    expect(view()).toMatchObject({
      title: '3月',
      note: '运行支部 · 到 周二 3月24日',
      exportText: '导出3月看板',
    });
    expect(view({ month: '2025-12' })).toMatchObject({
      title: '2025年12月',
      note: '运行支部 · 全月',
    });
  });

  it('shows the fair rate first with its sum, and the raw one beside it', () => {
    expect(figure('到会率，含补学')).toMatchObject({
      number: '89',
      unit: '% 公平',
      note: '原始 69%，97/140',
    });
    expect(view().sums).toEqual([
      { of: 'rate', text: '公平 = 97/109 人次，补学也算，去掉在岗 24、休假或借调 7。' },
      { of: 'people', text: '本月请每人付出约 95 分钟，最多 95 分钟，没超过设定的 100 分钟。' },
    ]);
  });

  it.each([
    [sums(10, 6, 8), '公平 = 6/8 人次，补学也算，去掉在岗 2。'],
    [sums(10, 6, 8, 2), '公平 = 6/8 人次，补学也算，去掉休假或借调 2。'],
    [
      { ...sums(10, 6, 7, 1), leftOutAsleep: 2 },
      '公平 = 6/7 人次，补学也算，去掉睡觉时间 2、休假或借调 1。',
    ],
    [
      { ...sums(10, 3, 4, 1), leftOutAsleep: 2 },
      '公平 = 3/4 人次，补学也算，去掉在岗 3、睡觉时间 2、休假或借调 1。',
    ],
    [sums(10, 6, 10), '公平 = 6/10 人次，补学也算，没有要去掉的。'],
  ])('names only what was left out', (given, text) => {
    expect(view({ sums: given }).sums[0]?.text).toBe(text);
  });

  it('says how many studies are over, and how many are not', () => {
    const note = (given?: Partial<Dashboard>) => figure('应参加', given)?.note;
    expect(note()).toBe('1 次学习，共 140 人次');
    expect(note({ openStudies: 2 })).toBe('1 次学习，共 140 人次，2 次没结束');
    expect(note({ studies: [], openStudies: 2 })).toBe('2 次没结束');
  });

  it('rates nothing before anything is over', () => {
    const nothing = { sums: sums(0, 0, 0), studies: [], openStudies: 1 };
    expect(figure('到会率，含补学', nothing)).toMatchObject({
      number: '–',
      unit: '',
      note: '结束后才算',
    });
    expect(view(nothing)).toMatchObject({ grid: null });
    expect(view(nothing).sums).toEqual([
      { of: 'people', text: '本月请每人付出约 95 分钟，最多 95 分钟，没超过设定的 100 分钟。' },
    ]);
  });

  it('tells of the limit as a fact, and of nobody', () => {
    const over = { medianMinutes: 95, highestMinutes: 130, limitMinutes: 100 };
    expect(view({ burden: over }).sums[1]?.text).toBe(
      '本月请每人付出约 95 分钟，最多 130 分钟，超过设定的 100 分钟。',
    );
  });

  it('says who has a make-up left, and when the first of them ends', () => {
    expect(figure('补学未完成')).toMatchObject({
      of: 'makeup',
      number: '3',
      unit: '人',
      note: '最早到期 周五 3月27日',
    });
    const none = { people: 0, open: 0, over: 0, done: 0, nextUntilAtMs: null };
    expect(figure('补学未完成', { makeUps: none })?.note).toBe('没有要补的');
    const over = { ...none, people: 2, over: 2 };
    expect(figure('补学未完成', { makeUps: over })?.note).toBe('都已截止');
    expect(view({ makeUps: over }).boards[0]).toMatchObject({
      part: 'over',
      title: '补学截止了没补 2 次',
    });
    expect(view({ makeUps: none }).boards[0]).toMatchObject({ title: '补学', note: '这个月没有' });
  });

  it('counts notes of every type, and shows them by type and state without a target', () => {
    expect(figure('心得和投稿')).toMatchObject({
      of: 'note',
      number: '18',
      unit: '篇',
      note: '采用 4 · 不设指标',
    });
    const rows = (given?: Partial<Dashboard>) =>
      view(given).boards.map(({ of, part, title, note }) => [of, part, title, note]);
    expect(rows()).toEqual([
      ['makeup', 'open', '补学还能补 3 次', ''],
      ['makeup', 'over', '补学截止了没补 1 次', ''],
      ['makeup', 'done', '补学补完 5 次', ''],
      ['note', 'study-note', '心得 16 篇', '待看 12 · 已采用 4'],
      ['note', 'hazard', '隐患线索 2 篇', '待看 2'],
    ]);
    expect(rows({ notes: [] }).at(-1)).toEqual(['note', '', '心得和投稿', '这个月还没有']);
    const newer = { type: 'newer', state: 'to-read', count: 1 } as const;
    expect(
      rows({ notes: [newer] })
        .at(-1)
        ?.slice(0, 2),
    ).toEqual(['note', '']);
  });

  it('has a cell for each crew and study, in words too', () => {
    expect(view().grid).toMatchObject({
      columns: [{ kind: '主题党日', day: '3/12' }],
      rows: [
        { name: '一值', cells: [{ text: '4/4', tone: 'all' }] },
        {
          name: '二值',
          cells: [
            {
              text: '5/6',
              tone: 'some',
              spoken: '二值，周四 3月12日 主题党日，能来 6 人，到了和补学 5 人',
            },
          ],
        },
        { name: '没有值', cells: [{ text: '–', tone: 'none' }] },
      ],
    });
  });

  it.each([
    [3, 4, 'some'],
    [2, 3, 'few'],
    [0, 3, 'few'],
    [3, 3, 'all'],
    [0, 0, 'none'],
  ])('%d of %d are %s', (attended, couldAttend, tone) => {
    const cells = [{ crewId: 'one', attended, couldAttend }];
    const [row] = view({ studies: [study({ cells })] }).grid?.rows ?? [];
    expect(row?.cells[0]?.tone).toBe(tone);
  });

  it('puts the meetings that each group has of one topic into one column', () => {
    const ofCrew = (crewId: string, day: string) =>
      study({
        studyId: `talk-${crewId}`,
        kind: 'group-meeting',
        topic: '班组怎么带新人',
        startAtMs: at(day),
        cells: [{ crewId, attended: 3, couldAttend: 4 }],
      });
    const studies = [study(), ofCrew('one', '2026-03-02'), ofCrew('two', '2026-03-05')];
    const { grid } = view({ studies });
    expect(grid?.columns.map(({ kind, day }) => [kind, day])).toEqual([
      ['主题党日', '3/12'],
      ['党小组会', '3/2–3/5'],
    ]);
    expect(grid?.rows.map(({ cells }) => cells[1]?.text)).toEqual(['3/4', '3/4', '']);
  });

  it('shows months as bars and as numbers with their sums', () => {
    expect(view().trend).toMatchObject([
      { short: '12月', text: '2025年12月', fair: '–', fairPercent: 0 },
      { short: '3月', fair: '89', raw: '69', fairPercent: 89, fairSum: '97/109', rawSum: '97/140' },
    ]);
    expect(view().trend.at(-1)?.spoken).toBe('3月，公平 89%，原始 69%');
  });

  it('says what kind is meant by one that only a newer version knows', () => {
    expect(view({ studies: [study({ kind: 'newer' })] }).grid?.columns[0]?.kind).toBe('学习');
  });
});
