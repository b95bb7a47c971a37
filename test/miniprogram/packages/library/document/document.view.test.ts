import {
  goneByRule,
  toDocumentView,
  type LibraryDocument,
} from '../../../../../miniprogram/packages/library/document/document.view';
import { aShownVersion } from '../../../../builders/phone/library';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;

function shownDocument(document: Partial<LibraryDocument> = {}, keptIds: readonly string[] = []) {
  const output: LibraryDocument = {
    nowMs: NOW,
    documentId: 'document',
    branchId: 'branch',
    revision: 1,
    isOfficer: false,
    state: 'shown',
    current: aShownVersion(),
    offered: null,
    earlier: [],
    takenDown: null,
    readers: null,
    mine: null,
    counts: null,
    ...document,
  };
  const view = toDocumentView({ kind: 'known', output, asOfAtMs: null }, keptIds, NOW);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}

const offered = (isOwn: boolean) => ({
  version: aShownVersion({ versionId: 'version-2', edition: 2, checkedByName: null }),
  isOwn,
  returned: null,
});

test('a file says how large it is before it is fetched, and that it is here afterwards', () => {
  expect(shownDocument().openNote).toBe('2.1 MB，打开一次就留在手机里，没网也能看');
  expect(shownDocument({}, ['version-1']).openNote).toBe('在手机里了，没网也能看');
});

test('a link shows where it leads', () => {
  const content = { kind: 'link', url: 'https://example.org/a' } as const;
  expect(shownDocument({ current: aShownVersion({ content }) })).toMatchObject({
    openText: '打开链接',
    openNote: 'https://example.org/a',
  });
});

test('a must-read asks until it is acknowledged, and says then when that was', () => {
  const mine = { messageId: 'message', edition: 1, acknowledgedAtMs: null };
  expect(shownDocument({ mine })).toMatchObject({ canAcknowledge: true, acknowledged: '' });
  expect(shownDocument({ mine: { ...mine, acknowledgedAtMs: NOW } })).toMatchObject({
    canAcknowledge: false,
    acknowledged: '你 3月5日 已确认',
  });
});

test('a minor change is said with what it asks: nothing', () => {
  const current = aShownVersion({ edition: 2, size: 'minor', changed: '只改错字' });
  expect(shownDocument({ current })).toMatchObject({
    changed: '这一版：只改错字',
    changedNote: '小改，看过上一版的不用再看。',
  });
});

test('whoever has brought a version waits for another, who can let it be read', () => {
  expect(shownDocument({ isOfficer: true, offered: offered(true) }).offered).toMatchObject({
    canCheck: false,
    waiting: '你传的，要另一位支委看过才放出来。',
  });
  const view = shownDocument({ isOfficer: true, offered: offered(false) });
  expect(view.offered).toMatchObject({ canCheck: true, waiting: '' });
  expect(view.canReplace).toBe(false);
});

test('a version that was returned says why, and may be replaced', () => {
  const returned = { byName: '江思敏', reason: '出处写具体' };
  const view = shownDocument({ isOfficer: true, offered: { ...offered(true), returned } });
  expect(view.offered?.returned).toBe('江思敏没有放出来：出处写具体');
  expect(view.badge?.text).not.toBe('新版等审核');
  expect(view.canReplace).toBe(true);
});

test('R-307: who follows an old link to what a rule has taken down is told since when', () => {
  const refused = (code: 'not-found' | 'offline', detail: Record<string, number>) =>
    goneByRule({ ok: false, code, detail, requestId: 'one' });
  expect(refused('not-found', { takenDownAtMs: NOW })).toMatchObject({
    kind: 'not-yours',
    text: expect.stringContaining('这份文件 2025年3月5日起看不到了'),
  });
  expect(refused('not-found', {})).toBeUndefined();
  expect(refused('offline', { takenDownAtMs: NOW })).toBeUndefined();
});

test('R-309: officers read who keeps it longer, until when and why', () => {
  const kept = [{ byName: '罗海英', atMs: NOW, untilMonth: '2026-04', reason: '还要用' }];
  expect(shownDocument({ isOfficer: true, kept }).kept).toEqual([
    '3月5日 罗海英：留到 2026年4月，还要用',
  ]);
  expect(shownDocument({}).kept).toEqual([]);
});

test('what is taken down says why and is nobody’s to change', () => {
  const takenDown = { byName: '江思敏', atMs: NOW, reason: '有新的了' };
  const view = shownDocument({ isOfficer: true, state: 'taken-down', takenDown });
  expect(view).toMatchObject({
    gone: '3月5日 江思敏下架：有新的了',
    canReplace: false,
    canTakeDown: false,
    openText: '打开',
  });
});

test('what only newer versions know cannot be opened, and says how it can', () => {
  const current = aShownVersion({ content: { kind: 'newer' } });
  expect(shownDocument({ current })).toMatchObject({ openText: '', openNote: '升级后能打开' });
});
