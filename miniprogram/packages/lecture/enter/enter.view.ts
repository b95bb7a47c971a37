import { MOST_CHARACTERS } from '../../../../contract/limits';
import * as v from 'valibot';
import type { OutputOf } from '../../../../contract/action';
import type { library } from '../../../../contract/content/library';
import {
  LECTURE_CHARACTERS,
  type WrittenLecture,
  type ShownLecture,
} from '../../../../contract/content/lecture-shapes';
import type { enterLecture, lectureContest } from '../../../../contract/content/lectures';
import { LECTURE_LIMITS } from '../../../../domain/content/contest/lecture';
import { cleanWords } from '../../../../domain/words/clean-words';
import { isArticle } from '../../../pages/studies/is-article';
import type { Placeholder } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import { wordsFault } from '../../../text/too-long';

type Contest = OutputOf<typeof lectureContest>;
export type Shelf = OutputOf<typeof library>['rows'];

/** What is typed, as it stays in the phone until it is sent. */
export const EntryForm = v.object({
  /** The one that it changes; 0: it is new. */
  revision: v.number(),
  title: v.string(),
  minutes: v.string(),
  outline: v.string(),
  documentId: v.string(),
  documentTitle: v.string(),
  link: v.string(),
});
export type EntryForm = v.InferOutput<typeof EntryForm>;

export interface EnterContent {
  readonly kind: 'content';
  readonly form: EntryForm;
  readonly criteria: readonly { readonly title: string; readonly note: string }[];
  /** The first is none. */
  readonly documents: readonly string[];
  readonly document: number;
}
export type EnterView = Placeholder | EnterContent;

export const opening: EnterView = { kind: 'loading' };
export const noFaults: Readonly<Record<string, string>> = {};
const NO_DOCUMENT = '不附';
export const ENTERED_TEXT = '报上了';
export const CLOSED_TEXT = '现在不能报讲稿了。返回看看这次竞赛到了哪一步。';
export const OTHER_SOURCE = '附的东西是新版本写的，这个版本改不了。换成新版再改。';

/** What the server has, for typing; undefined where only a newer version knows a part of it. */
export function formOf({ mine }: Pick<Contest, 'mine'>): EntryForm | undefined {
  const source: ShownLecture['source'] = mine?.source ?? null;
  if (source?.kind === 'newer') return undefined;
  return {
    revision: mine?.revision ?? 0,
    title: mine?.title ?? '',
    minutes: mine === null ? '' : String(mine.minutes),
    outline: mine?.outline ?? '',
    documentId: source?.kind === 'document' ? source.documentId : '',
    documentTitle: source?.kind === 'document' ? source.title : '',
    link: source?.kind === 'link' ? source.url : '',
  };
}

/** Those of the library that can stand beside it, and the one that does. */
export function choicesOf(form: EntryForm, shelf: Shelf) {
  const own = { documentId: form.documentId, title: form.documentTitle };
  const isThere = shelf.some(({ documentId }) => documentId === form.documentId);
  const rows = shelf.map(({ documentId, title }) => ({ documentId, title }));
  return form.documentId === '' || isThere ? rows : [own, ...rows];
}

export function toView(form: EntryForm, contest: Contest, shelf: Shelf): EnterContent {
  const choices = choicesOf(form, shelf);
  return {
    kind: 'content',
    form,
    criteria: contest.criteria.map(({ title, text, points }) => {
      return { title, note: `${points} 分 · ${text}` };
    }),
    documents: [NO_DOCUMENT, ...choices.map(({ title }) => title)],
    document: choices.findIndex(({ documentId }) => documentId === form.documentId) + 1,
  };
}

/** What keeps it from being sent, by the field it is told at. */
export function faultsOf(form: EntryForm): Readonly<Record<string, string>> {
  const { least, most } = LECTURE_LIMITS.minutes;
  const minutes = Number(form.minutes);
  const isMinutes = /^\d+$/u.test(form.minutes) && minutes >= least && minutes <= most;
  const link = form.link.trim();
  const { outline: longest } = LECTURE_CHARACTERS;
  const title = wordsFault(form.title, MOST_CHARACTERS.title, '还没写题目。');
  const outline = wordsFault(form.outline, longest, '还没写提纲，评委看不到讲什么。');
  return {
    ...(title !== '' && { title }),
    ...(!isMinutes && { minutes: `写几分钟，${least} 到 ${most}。` }),
    ...(outline !== '' && { outline }),
    ...(link !== '' &&
      !isArticle(link) && { link: '要 https://mp.weixin.qq.com/ 开头的公众号链接。' }),
    ...(link !== '' && form.documentId !== '' && { link: '文件和链接只附一样，删掉一样。' }),
  };
}

export function toWritten({
  title,
  minutes,
  outline,
  documentId,
  link,
}: EntryForm): WrittenLecture {
  const url = link.trim();
  return {
    title: cleanWords(title),
    outline: cleanWords(outline),
    minutes: Number(minutes),
    source:
      documentId === ''
        ? url === ''
          ? null
          : { kind: 'link', url }
        : { kind: 'document', documentId },
  };
}

export const OUTLINE_MOST = LECTURE_CHARACTERS.outline;
export const LINK_MOST = LECTURE_CHARACTERS.link;

export const enterErrors = {
  'not-asked': '这是别的支部的竞赛，只能看。',
  'judges-do-not-enter': '你是这次的评委，评委不报讲稿。',
  'not-started': '还没开始报。到时间再来，写的都在手机里。',
  'entries-closed': '报名结束了，这次改的没有送到；之前报上的照样算。',
  'contest-called-off': '这次竞赛不办了，写的还在手机里。',
  'no-such-document': '附的文件已经下架或者过期。换一份，或者不附。',
  'changed-meanwhile': '你的另一台手机刚改过这份讲稿。看过最新的再改，写的还在手机里。',
  'too-many-lectures': ({ most }) => `已经报了 ${most} 份，满了。有人撤回再来，写的都还在。`,
} satisfies ErrorTexts<typeof enterLecture>;
