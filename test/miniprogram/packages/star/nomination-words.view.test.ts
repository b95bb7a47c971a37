import {
  evidenceViews,
  type Reader,
} from '../../../../miniprogram/packages/star/nomination-words.view';
import { localDay } from '../../../../domain/time/local-day';

const day = localDay('2026-03-10');
const today = localDay('2026-03-11');
const record = (kind: 'study' | 'make-up' | 'note') => ({ kind, id: 'x', title: '护栏', day });
const pageOf = (kind: 'study' | 'make-up' | 'note', reader: Reader) =>
  evidenceViews([record(kind)], 'owner', reader, today)[0]?.page;
const owner: Reader = { memberId: 'owner', roles: ['secretary'] };
const officer: Reader = { memberId: 'o', roles: ['publicity-officer'] };
const leader: Reader = { memberId: 'l', roles: ['member', 'group-leader'] };
const member: Reader = { memberId: 'm', roles: ['member'] };

test.each([
  ['study', member, '/packages/study/detail/detail?studyId=x'],
  ['make-up', owner, '/packages/study/make-up/make-up?studyId=x'],
  ['make-up', leader, '/packages/study-office/make-ups/make-ups?studyId=x'],
  ['make-up', member, '/packages/study/detail/detail?studyId=x'],
  ['note', owner, '/packages/note/open/open?noteId=x'],
  ['note', officer, '/packages/note-office/read/read?noteId=x'],
  ['note', leader, '/packages/note/open/open?noteId=x'],
  ['note', member, '/packages/note/open/open?noteId=x'],
] as const)('a %s opens where the reader may see it: %o', (kind, reader, page) => {
  expect(pageOf(kind, reader)).toBe(page);
});

test('what was kept in words only says that it opens nothing', () => {
  const words = { kind: 'note' as const, title: '护栏', day };
  expect(evidenceViews([words], 'owner', member, today)).toMatchObject([
    { page: '', note: '心得 · 周二 3月10日 · 只有文字，打不开' },
  ]);
});
