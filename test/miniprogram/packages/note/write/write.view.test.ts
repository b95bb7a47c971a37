import { titleOf, type NoteDraft } from '../../../../../miniprogram/packages/note/note-draft';
import {
  asNew,
  draftOfNote,
  missingText,
  notPickedText,
  toWriteView,
  urlsOf,
} from '../../../../../miniprogram/packages/note/write/write.view';
import { WAITING_TEXT } from '../../../../../miniprogram/text/waiting';
import { aNoteDetail } from '../../../../builders/phone/note';

const aDraft = (draft: Partial<NoteDraft> = {}): NoteDraft => ({
  noteId: 'n',
  ownerId: 'me',
  type: 'reflection',
  studyId: null,
  studyTopic: '',
  title: '',
  text: '',
  pictures: [],
  basedOn: null,
  versionId: '',
  state: 'draft',
  problem: '',
  way: 'none',
  newerVersion: 0,
  savedAtMs: Date.UTC(2025, 2, 5, 0, 25),
  ...draft,
});
const view = (draft: Partial<NoteDraft>, isKept = true, because = '') =>
  toWriteView(aDraft(draft), {}, { isKept, because });
const picture = (fileId = '') => ({ pictureId: `p${fileId}`, path: 'file', fileId });

test.each([
  ['nothing', {}, true, '边写边存在手机'],
  ['words', { text: '写' }, true, '草稿 8:25 已存'],
  ['words that storage does not take', { text: '写' }, false, '手机存不下了，先别退出'],
] as const)('what is written says whether it is kept: %s', (_what, draft, isKept, text) => {
  expect(view(draft, isKept).saved.text).toBe(text);
});

test.each([
  [0, '还可加 9 张'],
  [8, '还可加 1 张'],
  [9, ''],
])('with %i pictures there is room for the rest of nine', (count, room) => {
  expect(view({ pictures: Array.from({ length: count }, () => picture()) }).room).toBe(room);
});

test('what waits tells how far its pictures are, and takes nothing more', () => {
  const pictures = [picture('cloud'), picture()];
  expect(view({ state: 'waiting', pictures })).toMatchObject({
    isWaiting: true,
    waiting: '正在送。图传了 1/2 张。可以离开这一页，不会丢。',
    room: '',
  });
  expect(view({ state: 'waiting' }, true, WAITING_TEXT.offline).waiting).toBe(
    '网络不通。已保存在手机，有网时自动送出。',
  );
});

test('what stopped says why, and how to go on where that is no change of words', () => {
  const stopped = { state: 'stopped', problem: '换个说法再交。' } as const;
  expect(view(stopped)).toMatchObject({ problem: '换个说法再交。', way: '' });
  expect(view({ ...stopped, way: 'over-newer' }).way).toBe('按这里写的再交一版');
  expect(view({ ...stopped, way: 'as-new' }).way).toBe('当成新的一篇交');
});

test('a note of a study of the branch before becomes a 学习体会 with its words and pictures', () => {
  const pictures = [picture('cloud'), picture()];
  const written = { title: '多问一句', text: '夜里两点', pictures, way: 'as-new' } as const;
  const note = aDraft({
    ...written,
    type: 'study-note',
    studyId: 's',
    studyTopic: '安规',
    basedOn: 2,
  });
  expect(view(note).way).toBe('改成学习体会交');
  expect(asNew(note, 'new')).toEqual(aDraft({ ...written, noteId: 'new' }));
  const news = aDraft({ ...written, type: 'news', basedOn: 2 });
  expect(asNew(news, 'new')).toEqual({ ...news, noteId: 'new', basedOn: null });
});

test('a hazard says what to do first when it is urgent', () => {
  expect(view({ type: 'hazard' }).warning).toContain('先打值长电话');
  expect(view({ type: 'news' }).warning).toBe('');
});

test.each([
  ['多问一句', '夜里两点', '多问一句'],
  ['', '夜里两点接班，对不上。停下来问了', '夜里两点接班，对不上'],
  ['', '字'.repeat(60), '字'.repeat(20)],
  ['  ', '一行\n又一行', '一行'],
])('the title “%s” of “%s” is “%s”', (title, text, expected) => {
  expect(titleOf({ title, text })).toBe(expected);
});

test('without words nothing is handed in', () => {
  expect(missingText({ title: '题目', text: ' ' })).toContain('还没写内容');
  expect(missingText({ title: '', text: '。' })).toBe('还没写标题。');
  expect(missingText({ title: '', text: '写了' })).toBe('');
  const long = (length: number) => missingText({ title: '', text: '长'.repeat(length) });
  expect(long(2000)).toBe('');
  expect(long(2630)).toBe('最多 2000 字，删掉 630 字再交。');
});

test('what was handed in is gone on with: words, pictures in the cloud, and its version', () => {
  const note = aNoteDetail({
    version: 3,
    pictures: [
      { pictureId: 'p', url: 'https://one', check: 'pass', fileId: 'cloud://p' },
      { pictureId: 'q', url: null, check: 'refused', fileId: null },
    ],
  });
  expect(draftOfNote(note, aDraft())).toMatchObject({
    noteId: 'note',
    basedOn: 3,
    pictures: [{ pictureId: 'p', path: '', fileId: 'cloud://p' }],
  });
  expect(urlsOf(note)).toEqual({ p: 'https://one' });
});

test('pictures that were not chosen say why', () => {
  expect(notPickedText('closed')).toBe('');
  expect(notPickedText('privacy')).toContain('同意');
  expect(notPickedText('failed')).toContain('换一张');
});
