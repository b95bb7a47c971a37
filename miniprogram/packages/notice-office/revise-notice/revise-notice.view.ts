import { MOST_CHARACTERS } from '../../../../contract/limits';
import * as v from 'valibot';
import type { InputOf, OutputOf } from '../../../../contract/action';
import type { noticeLog, reviseNotice } from '../../../../contract/notice/sending';
import { KIND_RULES } from '../../../../domain/notice/notice-kinds';
import { cleanWords } from '../../../../domain/words/clean-words';
import type { Shown, Placeholder } from '../../../state/shown';
import { NOT_YOURS_TEXT, TITLE_MISSING_TEXT } from '../../../text/errors';
import { NOTICE_KIND_TEXT } from '../../../text/notice';
import { reviseErrors } from '../../../text/notice-errors';
import { isWritten } from '../is-written';
import { tooLongText, wordsFault } from '../../../text/too-long';

export type Log = OutputOf<typeof noticeLog>;
type Revision = InputOf<typeof reviseNotice>;

const SIZES = ['minor', 'major'] as const;
export type Size = (typeof SIZES)[number];

const Form = v.object({
  /** The edition that was on the screen when it was written. */
  edition: v.string(),
  title: v.string(),
  body: v.string(),
  size: v.picklist(SIZES),
  changed: v.string(),
});
export type ReviseForm = v.InferOutput<typeof Form>;

export const formName = (messageId: string): string => `revise:${messageId}`;

const editionOf = ({ revision }: Log): string => `${revision.major}.${revision.minor}`;

/** What was typed on this phone about this very edition, otherwise the words as they stand. */
export function startForm(log: Log, kept: unknown): ReviseForm {
  const parsed = v.safeParse(Form, kept);
  if (parsed.success && parsed.output.edition === editionOf(log)) return parsed.output;
  return {
    edition: editionOf(log),
    title: log.title,
    body: log.body ?? '',
    size: 'minor',
    changed: '',
  };
}

/** What was typed, now to be put in the place of newer words. */
export const rebased = (form: ReviseForm, log: Log): ReviseForm => ({
  ...form,
  edition: editionOf(log),
});

/** Said when somebody else has revised the notice while it was being revised here. */
export function overtakenText({ title, body }: Log): string {
  const words = body === null ? `“${title}”` : `“${title}”，${body}`;
  return `别人刚改过，现在写着：${words} 你写的还在，没有保存。对一对，再点一次就换成你的。`;
}

export interface SizeChoice {
  readonly size: Size;
  readonly title: string;
  readonly note: string;
}

export interface ReviseContent {
  readonly kind: 'content';
  readonly about: string;
  readonly title: string;
  readonly body: string;
  readonly size: Size;
  readonly sizes: readonly SizeChoice[];
  readonly isMajor: boolean;
  readonly changed: string;
  readonly actText: string;
  /** Under the button: what saving does to everybody. */
  readonly promise: string;
}

export type ReviseView = Placeholder | ReviseContent;

export const DONE_TEXT = '已改好';

export const opening: ReviseView = { kind: 'loading' };
export const unknownLog: Shown<Log> = { kind: 'loading' };

/** @param canRevise as far as the phone knows: an officer, or whose notice it is */
export function toView(
  state: Shown<Log>,
  form: ReviseForm | undefined,
  canRevise: boolean,
  nowMs: number,
): ReviseView {
  if (state.kind !== 'known') return state;
  if (!canRevise) return { kind: 'not-yours', text: NOT_YOURS_TEXT };
  if (form === undefined) return opening;
  const log = state.output;
  if (log.isCancelled) return { kind: 'empty', text: reviseErrors.cancelled };
  if (log.kind === 'newer') {
    return { kind: 'empty', text: '这条是用新版发的，这个版本改不了。换成新版再改。' };
  }
  if (!isWritten(log.kind)) {
    return { kind: 'empty', text: '这条是学习自动发的。改学习本身，大家会收到改动。' };
  }
  const isMajor = form.size === 'major';
  return {
    kind: 'content',
    about: `${NOTICE_KIND_TEXT[log.kind]} · 发给 ${log.counts.recipients} 人`,
    title: form.title,
    body: form.body,
    size: form.size,
    sizes: [
      { size: 'minor', title: '小改，不再打扰', note: minorNote(log) },
      { size: 'major', title: majorTitle(log), note: majorNote(log, nowMs) },
    ],
    isMajor,
    changed: form.changed,
    actText: isMajor ? '看谁什么时候收到' : '改好了',
    promise: isMajor ? majorPromise(log) : '不提醒任何人，消息里换成新的字',
  };
}

const answeredOf = ({ counts }: Log): number => counts.acknowledged + counts.toldInPerson;

function minorNote(log: Log): string {
  const answered = answeredOf(log);
  return answered === 0
    ? '改错字、补半句，原地换掉。'
    : `改错字、补半句，原地换掉。${answered} 人已确认的，照样算数。`;
}

const majorTitle = ({ isMustRead }: Log): string =>
  isMustRead ? '大改，重新请大家确认' : '大改，重新发给大家';

function majorNote(log: Log, nowMs: number): string {
  if (isOver(log, nowMs)) return '截止时间已过，不再打扰大家，只能小改。';
  const { recipients } = log.counts;
  if (!log.isMustRead) return `${recipients} 人再收到一次，看得到改了什么。`;
  const answered = answeredOf(log);
  const again = answered === 0 ? '' : `，已确认的 ${answered} 人也要再点一次`;
  return `${recipients} 人重新确认${again}，看得到改了什么。`;
}

function majorPromise({ kind, counts }: Log): string {
  return isUrgent(kind)
    ? `${counts.recipients} 人马上再收到，睡觉的人也会收到`
    : `${counts.recipients} 人再收到一次，照样避开睡觉和上班`;
}

/** Whether an edition of it wakes people. */
export const isUrgent = (kind: Log['kind']): boolean =>
  kind !== 'newer' && KIND_RULES[kind].urgency === 'urgent';

function isOver({ deadlineAtMs }: Log, nowMs: number): boolean {
  return deadlineAtMs !== null && deadlineAtMs <= nowMs;
}

export type Field = 'title' | 'body' | 'size' | 'changed';
export type FormFaults = Readonly<Partial<Record<Field, string>>>;
export const NO_FAULTS: FormFaults = {};

/** The first thing that is missing and at which field, or what can be asked of the server. */
export function revisionOf(
  messageId: string,
  form: ReviseForm,
  log: Log,
  nowMs: number,
):
  | { readonly ok: true; readonly revision: Revision }
  | { readonly ok: false; readonly field: Field; readonly problem: string } {
  const title = cleanWords(form.title);
  const text = cleanWords(form.body);
  const body = text === '' ? null : text;
  const changed = cleanWords(form.changed);
  const from = log.revision;
  const titleFault = wordsFault(title, MOST_CHARACTERS.title, TITLE_MISSING_TEXT);
  if (titleFault !== '') return { ok: false, field: 'title', problem: titleFault };
  const tooLong = tooLongText(text, MOST_CHARACTERS.body);
  if (tooLong !== '') return { ok: false, field: 'body', problem: tooLong };
  if (form.size === 'minor') {
    const isSame = title === log.title && body === log.body;
    if (isSame) return { ok: false, field: 'body', problem: '标题和内容都还没改。' };
    return { ok: true, revision: { messageId, title, body, from, size: { kind: 'minor' } } };
  }
  if (isOver(log, nowMs)) {
    return { ok: false, field: 'size', problem: reviseErrors['deadline-past'] };
  }
  const fault = wordsFault(changed, MOST_CHARACTERS.reason, '写一句改了什么，大家不用自己找。');
  if (fault !== '') return { ok: false, field: 'changed', problem: fault };
  return { ok: true, revision: { messageId, title, body, from, size: { kind: 'major', changed } } };
}
