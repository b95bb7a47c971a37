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
    expect(view()).toMatchObject({ title: '3月', note: '运行支部 · 到 周二 3月24日' });
    expect(view({ month: '2025-12' })).toMatchObject({
      title: '2025年12月',
      note: '运行支部 · 全月',
    });
  });

  it('shows the fair rate first with its sum, and the raw one beside it', () => {
    expect(figure('到会率')).toMatchObject({
      number: '89',
      unit: '% 公平',
      note: '原始 69%，97/140',
    });
    expect(view().sums).toEqual([
      '公平 = 97/109 人次，去掉在岗 24、请假 7。',
      '本月没有人超过设定的 100 分钟。',
    ]);
  });

  it.each([
    [sums(10, 6, 8), '公平 = 6/8 人次，去掉在岗 2。'],
    [sums(10, 6, 8, 2), '公平 = 6/8 人次，去掉请假 2。'],
    [sums(10, 6, 10), '公平 = 6/10 人次，没有要去掉的。'],
  ])('names only what was left out', (given, text) => {
    expect(view({ sums: given }).sums[0]).toBe(text);
  });

  it('says how many studies are over, and how many are not', () => {
    const note = (given?: Partial<Dashboard>) => figure('应参加', given)?.note;
    expect(note()).toBe('1 次学习，共 140 人次');
    expect(note({ openStudies: 2 })).toBe('1 次学习，共 140 人次，2 次没结束');
    expect(note({ studies: [], openStudies: 2 })).toBe('2 次没结束');
  });

  it('rates nothing before anything is over', () => {
    const nothing = { sums: sums(0, 0, 0), studies: [], openStudies: 1 };
    expect(figure('到会率', nothing)).toMatchObject({
      number: '–',
      unit: '',
      note: '结束后才算',
    });
    expect(view(nothing)).toMatchObject({ grid: null });
    expect(view(nothing).sums).toEqual(['本月没有人超过设定的 100 分钟。']);
  });

  it('tells of the limit as a fact, and of nobody', () => {
    const over = { medianMinutes: 95, highestMinutes: 130, limitMinutes: 100 };
    expect(view({ burden: over }).sums[1]).toBe('本月有人被请超过设定的 100 分钟。');
    expect(figure('请每人付出', { burden: over })).toMatchObject({
      number: '95',
      note: '中间一位，最多 130 分钟',
    });
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
              spoken: '二值，周四 3月12日 主题党日，能来 6 人，到了 5 人',
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
  });

  it('says what kind is meant by one that only a newer version knows', () => {
    expect(view({ studies: [study({ kind: 'newer' })] }).grid?.columns[0]?.kind).toBe('学习');
  });
});
