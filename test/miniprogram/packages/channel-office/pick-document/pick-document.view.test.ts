import type { LibraryRow } from '../../../../../contract/content/library-shapes';
import { localDay } from '../../../../../domain/time/local-day';
import {
  toPickView,
  unknownShelf,
  type Page,
} from '../../../../../miniprogram/packages/channel-office/pick-document/pick-document.view';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;

const aRow = (documentId: string, row: Partial<LibraryRow> = {}): LibraryRow => ({
  documentId,
  state: 'shown',
  hasOffered: false,
  edition: 2,
  title: '四步',
  number: null,
  form: 'pdf',
  size: 'minor',
  changed: null,
  atMs: NOW,
  validUntilDay: null,
  keeperName: '许文静',
  isMustRead: false,
  mine: null,
  counts: null,
  ...row,
});

const aPage = (rows: readonly LibraryRow[], nextCursor: string | null = null): Page => ({
  nowMs: NOW,
  isOfficer: true,
  counts: { all: 1, mustRead: 0, waiting: 0, ending: 0, takenDown: 0 },
  found: { mustRead: 0, others: rows.length },
  rows: [...rows],
  nextCursor,
});
const known = (page: Page) => ({ kind: 'known', output: page, asOfAtMs: null }) as const;

test('what members read now can be chosen, with its number, version and last day', () => {
  const rows = [
    aRow('steps', { number: 'GB 1-2010', validUntilDay: localDay('2026-03-05') }),
    aRow('ending', { state: 'ending' }),
    aRow('waiting', { state: 'waiting' }),
    aRow('over', { state: 'over' }),
    aRow('newer', { state: 'newer' }),
  ];
  const view = toPickView(known(aPage(rows)), [], '', NOW);
  expect(view).toMatchObject({ kind: 'content', empty: '', hasMore: false });
  expect(view.kind === 'content' && view.rows).toEqual([
    { documentId: 'steps', title: '四步', note: 'GB 1-2010 · 第 2 版 · 有效到 2026年3月5日' },
    { documentId: 'ending', title: '四步', note: '第 2 版' },
  ]);
});

test('nothing to choose says what to do', () => {
  expect(toPickView(known(aPage([])), [], '', NOW)).toMatchObject({
    empty: '你们支部的文档库里还没有能看的文件。先去文档库传一份，经另一位看过再来选。',
  });
  expect(toPickView(known(aPage([])), [], '四', NOW)).toMatchObject({
    empty: '没有找到“四”。换个词，或者看看文号。',
  });
});

test('a list that goes on is not said to be empty', () => {
  const waiting = aPage([aRow('waiting', { state: 'waiting' })], 'next');
  expect(toPickView(known(waiting), [], '', NOW)).toMatchObject({ empty: '', hasMore: true });
  const more = aPage([aRow('steps')]);
  expect(toPickView(known(waiting), [more], '', NOW)).toMatchObject({
    rows: [{ documentId: 'steps' }],
    hasMore: false,
  });
});

test('before the answer it shows that it is being asked', () => {
  expect(toPickView(unknownShelf, [], '', NOW)).toEqual({ kind: 'loading' });
});
