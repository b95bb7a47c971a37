import type { NoteRow } from '../../../../../contract/note/note-shapes';
import { MS_PER_DAY } from '../../../../../domain/time/local-day';
import {
  toMineRows,
  toMineView,
  type MyPage,
} from '../../../../../miniprogram/packages/note/mine/mine.view';
import { aNoteRow } from '../../../../builders/phone/note';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const aPage = (notes: readonly NoteRow[], nextCursor: string | null = null): MyPage => ({
  nowMs: NOW,
  notes: [...notes],
  nextCursor,
});
const known = (output: MyPage) => ({ kind: 'known', output, asOfAtMs: null }) as const;
const row = (note: Partial<NoteRow>) => toMineRows(aPage([aNoteRow(note)]), NOW)[0];

test.each([
  [{ state: 'to-read' }, '交了，等负责人看'],
  [{ state: 'to-read', pending: 2 }, '图还在检查'],
  [{ state: 'answered' }, '支部已看'],
  [{ state: 'asked' }, '等你回复'],
  [{ state: 'returned' }, '退回，原稿还在'],
  [{ state: 'used', isShared: true }, '已分享'],
  [{ state: 'used' }, '已采用'],
  [{ state: 'used', type: 'hazard' }, '已办结'],
  [{ state: 'newer' }, '新状态，升级后查看'],
] as const)('%j stands as “%s”', (note, text) => {
  expect(row(note)?.badge.text).toBe(text);
});

test('a row says what it is about, when, and what an officer said last', () => {
  const lastRemark = { kind: 'return', name: '孙玉梅', atMs: NOW, text: '换一张图' } as const;
  expect(row({ state: 'returned', studyTopic: '一张操作票', lastRemark })).toMatchObject({
    note: '心得 · 一张操作票 · 今天交',
    said: '孙玉梅 退回：换一张图',
  });
  expect(row({ type: 'hazard', handedInAtMs: NOW - MS_PER_DAY })?.note).toBe('隐患线索 · 昨天报');
});

test('the year is summed up only when all of it is here', () => {
  const used = aNoteRow({ state: 'used' });
  const lastYear = aNoteRow({ firstAtMs: NOW - 100 * MS_PER_DAY });
  const note = (page: MyPage, more: readonly MyPage[] = []) => {
    const view = toMineView(known(page), more, NOW);
    return view.kind === 'content' ? view.note : view.kind;
  };
  expect(note(aPage([used, aNoteRow()]))).toBe('今年 2 篇，采用 1 篇');
  expect(note(aPage([used], 'more'))).toBe('');
  expect(note(aPage([used, lastYear], 'more'))).toBe('今年 1 篇，采用 1 篇');
  expect(note(aPage([used], 'more'), [aPage([used])])).toBe('今年 2 篇，采用 2 篇');
  expect(note(aPage([]))).toBe('');
});

test('a page of rows of a list of a thousand is below 25 KB on its way to the screen', () => {
  const long = aNoteRow({
    noteId: 'x'.repeat(40),
    title: '题'.repeat(40),
    studyTopic: '学'.repeat(40),
    state: 'returned',
    lastRemark: { kind: 'return', name: '名'.repeat(30), atMs: NOW, text: '由'.repeat(200) },
  });
  const rows = toMineRows(aPage(Array.from({ length: 30 }, () => long)), NOW);
  expect(Buffer.byteLength(JSON.stringify(rows))).toBeLessThan(25 * 1024);
});
