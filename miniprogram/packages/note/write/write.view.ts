import { MOST_CHARACTERS } from '../../../../contract/limits';
import type { NoteDetail } from '../../../../contract/note/note-shapes';
import { NOTE_LIMITS, type NoteType } from '../../../../domain/note/note';
import type { Question } from '../../../state/confirmed';
import type { Placeholder } from '../../../state/shown';
import type { PhoneRefusal } from '../../../state/phone-refusal';
import { TITLE_MISSING_TEXT } from '../../../text/errors';
import type { Badge } from '../../../text/fit';
import { NOTE_TYPE_TEXT } from '../../../text/note';
import { phoneRefusalText } from '../../../text/phone-refusal';
import { NOT_ADDED_TEXT } from '../../../text/picture';
import { clockOf } from '../../../text/when';
import type { PhonePicture } from '../../../state/phone-pictures';
import { titleOf, type NoteDraft } from '../note-draft';
import { wordsFault, tooLongText } from '../../../text/too-long';

export interface PictureTile {
  readonly pictureId: string;
  readonly src: string;
  readonly label: string;
}

export interface WriteContent {
  readonly kind: 'content';
  readonly about: string;
  readonly saved: Badge;
  readonly pictures: readonly PictureTile[];
  /** '还可加 6 张'; '' when there is no room. */
  readonly room: string;
  readonly textHint: string;
  readonly warning: string;
  /** It was handed in and waits on this phone. */
  readonly isWaiting: boolean;
  readonly waiting: string;
  readonly problem: string;
  /** What can be done where it stopped, besides changing it. */
  readonly way: string;
}

export type WriteView = Placeholder | WriteContent;

export const opening: WriteView = { kind: 'loading' };

export const MOST_TEXT = NOTE_LIMITS.text;

const TEXT_HINT: Readonly<Record<NoteType, string>> = {
  'study-note': '学了之后想到什么、做了什么，几句话也行',
  reflection: '学了之后怎么做的，几句话也行',
  technical: '一个设备、一个诀窍，怎么看、怎么做',
  news: '值上的新鲜事，谁、什么时候、怎么样',
  hazard: '在哪里、看见了什么。不写设备的机密参数',
};

/** @param urls of pictures that only the cloud has, by id */
export function toWriteView(
  draft: NoteDraft,
  urls: Readonly<Record<string, string>>,
  { isKept, because }: { readonly isKept: boolean; readonly because: string },
): WriteContent {
  const { type, studyTopic, pictures, state, savedAtMs } = draft;
  const room = NOTE_LIMITS.pictures - pictures.length;
  const isUntouched = draft.title === '' && draft.text === '' && pictures.length === 0;
  return {
    kind: 'content',
    about: type === 'study-note' ? studyTopic : NOTE_TYPE_TEXT[type],
    saved: savedBadge(isUntouched, isKept, savedAtMs),
    pictures: pictures.map((picture, at) => ({
      pictureId: picture.pictureId,
      src: picture.path === '' ? (urls[picture.pictureId] ?? '') : picture.path,
      label: `第 ${at + 1} 张图`,
    })),
    room: room === 0 || state === 'waiting' ? '' : `还可加 ${room} 张`,
    textHint: TEXT_HINT[type],
    warning: type === 'hazard' ? '马上有危险的，先打值长电话，再来补记。' : '',
    isWaiting: state === 'waiting',
    waiting: state === 'waiting' ? waitingText(pictures, because) : '',
    problem: state === 'stopped' ? draft.problem : '',
    way: draft.way === 'as-new' && type === 'study-note' ? AS_REFLECTION : WAY_TEXT[draft.way],
  };
}

const WAY_TEXT: Readonly<Record<NoteDraft['way'], string>> = {
  none: '',
  'over-newer': '按这里写的再交一版',
  'as-new': '当成新的一篇交',
};

const AS_REFLECTION = '改成学习体会交';

/**
 * One's own in the branch where one is now. No study of the branch before is held there: what was
 * written about it goes on as a 学习体会, with all its words and pictures.
 */
export function asNew(draft: NoteDraft, noteId: string): NoteDraft {
  const anew = { ...draft, noteId, basedOn: null };
  if (draft.type !== 'study-note') return anew;
  return { ...anew, type: 'reflection', studyId: null, studyTopic: '' };
}

function savedBadge(isUntouched: boolean, isKept: boolean, savedAtMs: number): Badge {
  if (!isKept) return { text: '手机存不下了，先别退出', tone: 'warn' };
  if (isUntouched) return { text: '边写边存在手机', tone: 'plain' };
  return { text: `草稿 ${clockOf(savedAtMs)} 已存`, tone: 'ok' };
}

function waitingText(pictures: readonly PhonePicture[], because: string): string {
  const there = pictures.filter(({ fileId }) => fileId !== '').length;
  const progress = there < pictures.length ? `图传了 ${there}/${pictures.length} 张。` : '';
  return because === '' ? `正在送。${progress}可以离开这一页，不会丢。` : `${progress}${because}`;
}

/** The draft of what was handed in, to be changed; and where its pictures can be looked at. */
export function draftOfNote(note: NoteDetail, empty: NoteDraft): NoteDraft {
  return {
    ...empty,
    noteId: note.noteId,
    studyId: note.studyId,
    studyTopic: note.studyTopic ?? '',
    title: note.title,
    text: note.text,
    pictures: note.pictures.flatMap(({ pictureId, fileId }) =>
      fileId === null ? [] : [{ pictureId, fileId, path: '' }],
    ),
    basedOn: note.version,
  };
}

export function urlsOf({ pictures }: NoteDetail): Readonly<Record<string, string>> {
  return Object.fromEntries(
    pictures.flatMap(({ pictureId, url }) => (url === null ? [] : [[pictureId, url]])),
  );
}

/** What is missing, or too much, before it can be handed in; '' when nothing is. */
export function missingText(draft: Pick<NoteDraft, 'title' | 'text'>): string {
  const fault = wordsFault(draft.text, MOST_TEXT, '还没写内容，几句话也行。');
  if (fault !== '') return fault;
  return titleOf(draft) === ''
    ? TITLE_MISSING_TEXT
    : tooLongText(draft.title, MOST_CHARACTERS.title);
}

export const dropQuestion: Question = {
  title: '删掉这份草稿',
  content: '写的字和图都从手机里删掉，找不回来。已经交过的不受影响。',
  confirmBtn: '删掉',
  cancelBtn: '留着',
};

/** Above what is written while there is no network. */
export const OFFLINE_TEXT = '离线，已保存在手机';
export const HANDED_IN_TEXT = '已交';

/** Why no picture was added; '' when the person closed it. */
export const notPickedText = (refusal: PhoneRefusal): string =>
  phoneRefusalText(refusal, 'album', NOT_ADDED_TEXT);

export const PAGE_TITLE: Readonly<Record<NoteType, string>> = {
  'study-note': '写心得',
  reflection: '写学习体会',
  technical: '写专业技术资讯',
  news: '写新闻稿件',
  hazard: '报隐患线索',
};
