import type { NoteOfStudy } from '../../../../../contract/note/note-shapes';
import { toOwnNotes } from '../../../../../miniprogram/packages/study/detail/notes.view';
import type { NoteDraft } from '../../../../../miniprogram/packages/note/note-draft';
import { NOW_MS } from '../../../../builders/phone/study';

const aNote = (noteId: string, note: Partial<NoteOfStudy> = {}): NoteOfStudy => ({
  noteId,
  title: `handed in ${noteId}`,
  state: 'to-read',
  handedInAtMs: NOW_MS,
  pending: 0,
  isShared: false,
  ...note,
});

const aDraft = (noteId: string, draft: Partial<NoteDraft> = {}): NoteDraft => ({
  noteId,
  ownerId: 'me',
  type: 'study-note',
  studyId: 'study',
  studyTopic: 'topic',
  title: `on the phone ${noteId}`,
  text: 'words',
  pictures: [],
  basedOn: null,
  versionId: '',
  state: 'draft',
  problem: '',
  way: 'none',
  newerVersion: 0,
  savedAtMs: NOW_MS,
  ...draft,
});

const view = (handedIn: readonly NoteOfStudy[], drafts: readonly NoteDraft[]) =>
  toOwnNotes('study', handedIn, drafts, NOW_MS);
const rowsOf = (handedIn: readonly NoteOfStudy[], drafts: readonly NoteDraft[]) =>
  view(handedIn, drafts).rows.map(({ noteId, badge, page }) => [
    noteId,
    badge.text,
    page.split('/').at(-1),
  ]);

it('without one, a note is begun', () => {
  expect(view([], [aDraft('of-another', { studyId: 'another' })])).toMatchObject({
    rows: [],
    write: '写心得',
  });
});

it.each<[string, Partial<NoteOfStudy>, string]>([
  ['in check', { pending: 1 }, '图还在检查'],
  ['to be read', {}, '交了，等负责人看'],
  ['returned', { state: 'returned' }, '退回，原稿还在'],
  ['shared', { state: 'used', isShared: true }, '已分享'],
])('one that is %s says so and leads to it', (_, note, badge) => {
  expect(rowsOf([aNote('n', note)], [])).toEqual([['n', badge, 'open?noteId=n']]);
});

it.each<[NoteDraft['state'], string]>([
  ['draft', '草稿'],
  ['waiting', '有网时送出'],
  ['stopped', '没有交上'],
])(
  'one that is on this phone as %s says so and is written on; no other is begun',
  (state, badge) => {
    const drafts = [aDraft('d', { state })];
    expect(rowsOf([], drafts)).toEqual([['d', badge, 'write?noteId=d']]);
    expect(view([], drafts).write).toBe('');
  },
);

it('a next version on this phone stands in the place of what it changes', () => {
  const drafts = [aDraft('n', { basedOn: 1, state: 'waiting' })];
  expect(rowsOf([aNote('n')], drafts)).toEqual([['n', '有网时送出', 'write?noteId=n']]);
  expect(view([aNote('n')], drafts)).toMatchObject({ hint: '', write: '再写一篇' });
});

it('of two that were written on two phones both stand, and it is said what to do', () => {
  expect(rowsOf([aNote('one')], [aDraft('two')]).map(([noteId]) => noteId)).toEqual(['two', 'one']);
  expect(view([aNote('one'), aNote('two')], []).hint).toMatch(/两台手机/u);
});
