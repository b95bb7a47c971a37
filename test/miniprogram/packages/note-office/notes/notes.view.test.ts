import type { NoteRow, ShownNoteState } from '../../../../../contract/note/note-shapes';
import {
  ALL,
  BEFORE,
  hasSection,
  ofType,
  stateOf,
  toNotesView,
  toOfficeRow,
  type Board,
} from '../../../../../miniprogram/packages/note-office/notes/notes.view';
import { aNoteRow } from '../../../../builders/phone/note';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const section = (state: ShownNoteState, count: number, there = count) => ({
  state,
  count,
  notes: Array.from({ length: Math.min(there, 5) }, (_, at) =>
    aNoteRow({ noteId: `${state}-${at}`, state }),
  ),
});
function shownNotes(board: Partial<Board>, chosen = ALL, unfolded: readonly string[] = []) {
  const output: Board = { nowMs: NOW, month: '2025-03', sections: [], before: null, ...board };
  const choice = { chosen, unfolded };
  const view = toNotesView({ kind: 'known', output, asOfAtMs: null }, choice, NOW);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}

const sections = [
  section('used', 4),
  section('answered', 8),
  section('to-read', 4),
  section('returned', 1),
  section('asked', 1),
];

test('sections stand in the order in which an officer goes through them, what is over folded', () => {
  const view = shownNotes({ sections });
  expect(view.title).toBe('3月 18 篇');
  expect(view.sections.map(({ title, isFolded }) => [title, isFolded])).toEqual([
    ['待看 4', false],
    ['请求分享 1', false],
    ['退回 1', false],
    ['已回复 8', true],
    ['已采用 4', true],
  ]);
});

test('the numbers in the pills add up to all, and the foot shows the sum', () => {
  const view = shownNotes({ sections });
  expect(view.pills.map(({ text }) => text)).toEqual([
    '全部 18',
    '待看 4',
    '请求分享 1',
    '退回 1',
    '已回复 8',
    '已采用 4',
  ]);
  expect(view.foot).toBe('18 = 4 + 1 + 1 + 8 + 4。不设篇数指标，不按人排。');
});

test('a pill shows its section alone, open', () => {
  const view = shownNotes({ sections }, 'answered');
  expect(view.sections.map(({ key, isFolded }) => [key, isFolded])).toEqual([['answered', false]]);
  expect(view.pills.filter(({ isOn }) => isOn).map(({ key }) => key)).toEqual(['answered']);
});

test('what was opened stays open, and a pill of which the last is gone shows nothing', () => {
  const view = shownNotes({ sections }, ALL, ['used']);
  expect(view.sections.filter(({ isFolded }) => isFolded).map(({ key }) => key)).toEqual([
    'answered',
  ]);
  const board = { nowMs: NOW, month: '2025-03', sections: [section('used', 1)], before: null };
  expect([ALL, 'used', 'asked'].map((chosen) => hasSection(board, chosen))).toEqual([
    true,
    true,
    false,
  ]);
});

test('a section tells how many are not shown yet', () => {
  expect(shownNotes({ sections: [section('to-read', 18)] }).sections[0]?.more).toBe('还有 13 篇');
  expect(shownNotes({ sections: [section('to-read', 5)] }).sections[0]?.more).toBe('');
});

test('what is left from before the month comes first, and counts in no pill', () => {
  const view = shownNotes({ before: section('to-read', 2) });
  expect(view.sections[0]).toMatchObject({ key: BEFORE, title: '以前交的，还没看 2' });
  expect(view).toMatchObject({ title: '3月 0 篇', isEmpty: false });
  expect(shownNotes({}).isEmpty).toBe(true);
});

test('a state of a newer version has a section of its own', () => {
  expect(shownNotes({ sections: [section('newer', 1)] }).sections[0]?.title).toBe(
    '新状态，升级后查看 1',
  );
  expect([stateOf('newer'), stateOf(BEFORE), stateOf('used')]).toEqual([
    undefined,
    'to-read',
    'used',
  ]);
});

test.each<[Partial<NoteRow>, string | null]>([
  [{}, null],
  [{ type: 'hazard' }, '隐患'],
  [{ type: 'hazard', state: 'used' }, null],
  [{ pending: 2 }, '2 张图还在检查'],
  [{ pending: 1, toLookAt: 1 }, '微信没有结论，请你看一眼'],
  [{ state: 'returned', toLookAt: 1 }, '等他改'],
])('a row of %j says “%s”', (note, text) => {
  expect(toOfficeRow(aNoteRow(note), NOW).badge?.text ?? null).toBe(text);
});

test('a returned one shows why instead of its first words', () => {
  const lastRemark = { kind: 'return', name: '孙玉梅', atMs: NOW, text: '多了设备编号' } as const;
  const row = toOfficeRow(aNoteRow({ state: 'returned', lastRemark }), NOW);
  expect(row.excerpt).toBe('退回原因：多了设备编号');
});

test('a page of rows of a list of a thousand is below 25 KB on its way to the screen', () => {
  const long = aNoteRow({
    noteId: 'x'.repeat(40),
    title: '题'.repeat(40),
    excerpt: '字'.repeat(48),
    studyTopic: '学'.repeat(40),
    authorName: '名'.repeat(30),
    crewName: '值'.repeat(12),
    toLookAt: 1,
  });
  const rows = Array.from({ length: 30 }, () => toOfficeRow(long, NOW));
  expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(25 * 1024);
  const full = ['to-read', 'asked', 'returned', 'answered', 'used'].map((state) => ({
    state: state as ShownNoteState,
    count: 1000,
    notes: Array.from({ length: 5 }, () => long),
  }));
  const view = shownNotes({ sections: full });
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(25 * 1024);
});

test('of one type it says which, and a type that it does not know chooses none', () => {
  const output: Board = { nowMs: NOW, month: '2025-03', sections, before: null };
  const choice = { chosen: ALL, unfolded: [], of: ofType('hazard') };
  const view = toNotesView({ kind: 'known', output, asOfAtMs: null }, choice, NOW);
  expect(view).toMatchObject({ title: '3月隐患线索 18 篇' });
  expect([ofType('hazard'), ofType('newer'), ofType('')]).toEqual([{ type: 'hazard' }, {}, {}]);
});
