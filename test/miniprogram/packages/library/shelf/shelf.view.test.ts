import type { LibraryPart, LibraryRow } from '../../../../../contract/content/library-shapes';
import { localDay } from '../../../../../domain/time/local-day';
import {
  ALL_BRANCHES,
  toBranchChoice,
  toShelfView,
  type Shelf,
} from '../../../../../miniprogram/packages/library/shelf/shelf.view';
import { aLibraryRow } from '../../../../builders/phone/library';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const READING = { messageId: 'message', edition: 1 };

function shownShelf(
  rows: readonly LibraryRow[],
  more: Partial<Shelf> = {},
  part: LibraryPart = 'all',
  query = '',
) {
  const output: Shelf = {
    nowMs: NOW,
    isOfficer: true,
    counts: { all: rows.length, mustRead: 0, waiting: 0, ending: 1, takenDown: 4 },
    found: { mustRead: 0, others: rows.length },
    rows: [...rows],
    nextCursor: null,
    ...more,
  };
  const view = toShelfView({ kind: 'known', output, asOfAtMs: null }, [], { part, query }, NOW);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}

const rowOf = (row: Partial<LibraryRow>, more: Partial<Shelf> = {}) => {
  const { mustRead, others } = shownShelf([aLibraryRow(row)], more);
  return [...mustRead, ...others][0];
};

test.each<[row: Partial<LibraryRow>, note: string]>([
  [{}, '第 1 版 · 3月5日 传'],
  [{ branchName: '检修支部' }, '检修支部 · 第 1 版 · 3月5日 传'],
  [{ number: 'GB 1-2026' }, '第 1 版 · GB 1-2026 · 3月5日 传'],
  [{ validUntilDay: localDay('2026-03-09') }, '第 1 版 · 3月5日 传 · 有效到 2026年3月9日'],
  [{ edition: 2, size: 'minor', changed: '只改错字' }, '第 2 版 · 只改错字，没有再请大家读'],
  [
    { edition: 2, size: 'major', changed: '改了第 2 页', isMustRead: true },
    '第 2 版 · 改了第 2 页，请大家再看一次',
  ],
  [{ edition: 3, size: 'major', changed: '恢复通行' }, '第 3 版 · 恢复通行'],
])('a row says what is particular to its version', (row, note) => {
  expect(rowOf(row)?.note).toBe(note);
});

test('officers see how far a must-read has come, and never a name', () => {
  const counts = { recipients: 35, acknowledged: 31 };
  const row = rowOf({ isMustRead: true, edition: 2, counts });
  expect(row).toMatchObject({ read: '31 / 35 已确认第 2 版', left: '还差 4 人', percent: 89 });
  expect(rowOf({ isMustRead: true, counts: { recipients: 2, acknowledged: 2 } })?.left).toBe(
    '都确认了',
  );
});

test('once its time is over nobody is missing, and it says how far it came', () => {
  const past = { recipients: 35, acknowledged: 31 };
  const row = rowOf({ isMustRead: false, past });
  expect(row).toMatchObject({ read: '31 / 35 已确认', left: '到期了，不再请人确认', percent: 89 });
  const all = { recipients: 2, acknowledged: 2 };
  expect(rowOf({ isMustRead: false, past: all })?.left).toBe('都确认了');
});

test('a reader sees whether something is asked of them', () => {
  const open = { ...READING, acknowledgedAtMs: null };
  expect(rowOf({ isMustRead: true, mine: open })).toMatchObject({
    mine: '请你看完确认',
    isAsked: true,
  });
  expect(rowOf({ isMustRead: true, mine: { ...READING, acknowledgedAtMs: NOW } })).toMatchObject({
    mine: '你已确认',
    isAsked: false,
  });
});

test('what ends soon says when, and officers can do something about it there', () => {
  const ending = { state: 'ending', validUntilDay: localDay('2025-03-31') } as const;
  expect(rowOf(ending)).toMatchObject({ badge: { text: '3月31日到期' }, hasActs: true });
  expect(rowOf(ending, { isOfficer: false })?.hasActs).toBe(false);
  expect(rowOf({ ...ending, state: 'over' })).toMatchObject({
    badge: { text: '已过期，大家看不到' },
    hasActs: true,
  });
});

test('members have two pills, officers those that are theirs; nothing is said of nothing that waits', () => {
  const texts = (more: Partial<Shelf>) =>
    shownShelf([aLibraryRow()], more).pills.map(({ text }) => text);
  expect(texts({ isOfficer: false })).toEqual(['全部 1', '必读 0']);
  expect(texts({})).toEqual(['全部 1', '必读 0', '快到期 1', '已下架 4']);
  const counts = { all: 1, mustRead: 0, waiting: 2, ending: 0, takenDown: 0 };
  expect(texts({ counts })).toContain('等审核 2');
});

test('an empty list says the next step, and a search that finds nothing what was searched for', () => {
  expect(shownShelf([]).empty).toMatch(/^库里还没有文件/u);
  expect(shownShelf([], {}, 'all', '没有的').empty).toBe('没有找到“没有的”。');
});

test('what has not come yet is counted', () => {
  const view = shownShelf([aLibraryRow()], { found: { mustRead: 0, others: 7 } });
  expect([view.othersTitle, view.more]).toEqual(['其他 7', '还有 6 份']);
});

test('what only newer versions know is shown with a way to it', () => {
  expect(rowOf({ state: 'newer', size: 'newer', form: 'newer' })?.badge?.text).toBe('升级后查看');
});

test('the committee office stands at its own branch among all of them', () => {
  const of = (branchId: string, name: string) => ({ branchId, name, memberCount: 3 });
  const branches = [of('jx', '检修支部'), of('yx', '运行支部')];
  expect(toBranchChoice({ branches }, 'yx')).toEqual({
    ids: [ALL_BRANCHES, 'jx', 'yx'],
    names: ['所有支部', '检修支部', '运行支部'],
    at: 2,
  });
});
