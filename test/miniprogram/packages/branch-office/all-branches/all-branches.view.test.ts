import { instantOf, localDay } from '../../../../../domain/time/local-day';
import {
  toView,
  type AllBranches,
  type AllBranchesContent,
} from '../../../../../miniprogram/packages/branch-office/all-branches/all-branches.view';

const NOW_MS = instantOf(localDay('2026-03-24'), 16 * 60 + 40);
type Branch = AllBranches['branches'][number];
const branch = (name: string, given: Partial<Branch> = {}): Branch => ({
  branchId: name,
  name,
  members: 35,
  people: 35,
  studies: 4,
  openStudies: 0,
  sums: { asked: 140, attended: 97, couldAttend: 109, leftOutOnLeave: 7 },
  burden: { medianMinutes: 95, highestMinutes: 120 },
  unreached: 0,
  ...given,
});
const view = (branches: readonly Branch[], month = '2026-03') =>
  toView(
    {
      kind: 'known',
      output: { nowMs: NOW_MS, month, limitMinutes: 100, branches: [...branches] },
      asOfAtMs: null,
    },
    NOW_MS,
  ) as AllBranchesContent;

it('shows branches as they come, never by their figures', () => {
  const low = { sums: { asked: 10, attended: 1, couldAttend: 10, leftOutOnLeave: 0 } };
  const shown = view([branch('检修支部', low), branch('运行支部')]);
  expect(shown).toMatchObject({ title: '2 个支部', note: '70 人 · 3月，到 周二 3月24日' });
  expect(shown.branches).toMatchObject([
    { name: '检修支部', fair: '10%' },
    {
      name: '运行支部',
      fair: '89%',
      sums: '公平 97/109 · 原始 69%，97/140',
      people: '应参加 35 人，4 次学习',
    },
  ]);
});

it('says nothing of a rate before anything is over', () => {
  const none = { asked: 0, attended: 0, couldAttend: 0, leftOutOnLeave: 0 };
  const [row] = view([branch('运行支部', { sums: none, studies: 0, openStudies: 2 })]).branches;
  expect(row).toMatchObject({
    fair: '–',
    sums: '还没有结束的学习',
    people: '应参加 35 人，0 次学习，2 次没结束',
  });
});

it('tells of the limit in words', () => {
  const over = branch('机关支部', { burden: { medianMinutes: 110, highestMinutes: 200 } });
  const shown = view([branch('运行支部'), over]);
  expect(shown.burdenNote).toBe('机关支部超过设定的 100 分钟。');
  expect(shown.bars).toMatchObject([
    { minutes: '95 分钟', percent: 86, isOver: false },
    { minutes: '110 分钟', percent: 100, isOver: true },
  ]);
  expect(view([branch('运行支部')])).toMatchObject({
    burdenNote: '没有支部超过设定的 100 分钟。',
    bars: [{ percent: 95 }],
  });
});

it('names the branches in which people were not reached, of this month only', () => {
  const shown = view([branch('运行支部', { unreached: 2 }), branch('检修支部')]);
  expect(shown.unreached).toEqual({
    title: '没送到的人 2',
    rows: [{ branchId: '运行支部', name: '运行支部', text: '2 人' }],
  });
  const february = view([branch('运行支部', { unreached: null })], '2026-02');
  expect(february).toMatchObject({ unreached: null, note: '35 人 · 2月，全月' });
});
