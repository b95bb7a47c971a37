import type { OutputOf } from '../../../../contract/action';
import { REMIND_PAUSE_HOURS } from '../../../../contract/limits';
import type { cancelNotice, noticeLog, noticesOf } from '../../../../contract/notice/sending';
import type { Question } from '../../../state/confirmed';
import type { Shown, Placeholder } from '../../../state/shown';
import { NOTICE_KIND_TEXT, whyThen } from '../../../text/notice';
import { offlineText } from '../../../text/offline';
import { momentText } from '../../../text/when';
import { isWritten } from '../is-written';

export type Log = OutputOf<typeof noticeLog>;
export type NoticePage = OutputOf<typeof noticesOf>;

export interface CountRow {
  readonly text: string;
  readonly count: number;
  readonly note: string;
}

export interface OpenRow {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly note: string;
}

export interface LogContent {
  readonly kind: 'content';
  readonly title: string;
  readonly body: string;
  readonly note: string;
  /** '第 2 版 · 小改过 1 次'; '' while nothing was changed. */
  readonly edition: string;
  /** What the newest edition changed; '' for the first. */
  readonly changed: string;
  /** '已撤回', or why nobody sees it any more; '' while it stands. */
  readonly gone: string;
  /** '9/48', '已确认'. */
  readonly figures: readonly {
    readonly caption: string;
    readonly number: string;
    readonly unit: string;
  }[];
  readonly counts: readonly CountRow[];
  readonly waiting: readonly {
    readonly key: string;
    readonly time: string;
    readonly note: string;
  }[];
  readonly open: readonly OpenRow[];
  readonly openTitle: string;
  readonly canRemind: boolean;
  /** When reminding is possible, or why it is not; '' when there is nobody to remind. */
  readonly remindNote: string;
  readonly canTell: boolean;
  readonly canRevise: boolean;
  readonly canCancel: boolean;
  readonly offline: string;
}

export interface ListContent {
  readonly kind: 'list';
  readonly rows: readonly {
    readonly messageId: string;
    readonly title: string;
    readonly note: string;
    /** Of what a study says: when and where it is, or what changed; '' otherwise. */
    readonly words: string;
    readonly badge: string;
    readonly isMustRead: boolean;
  }[];
  readonly hasMore: boolean;
  readonly offline: string;
}

export type LogView = Placeholder | LogContent | ListContent;

export const opening: LogView = { kind: 'loading' };
export const unknownLog: Shown<Log> = { kind: 'loading' };
export const unknownList: Shown<NoticePage> = { kind: 'loading' };
export const noPages: readonly NoticePage[] = [];

const OPEN_TEXT: Readonly<Record<Log['open'][number]['state'], string>> = {
  'not-reached': '微信没提醒到',
  'not-acknowledged': '还没确认',
  newer: '升级后查看',
};

/** Of a must-read, who is not reached at all has no account bound. */
function openText({ isMustRead }: Log, state: Log['open'][number]['state']): string {
  return isMustRead && state === 'not-reached' ? '还没绑定，要当面说' : OPEN_TEXT[state];
}

/**
 * What became of a notice, by state and count; nobody's reading time.
 * @param isOfficer whether the person may change and withdraw notices
 */
export function toLogView(state: Shown<Log>, isOfficer: boolean, nowMs: number): LogView {
  if (state.kind !== 'known') return state;
  const log = state.output;
  const { counts } = log;
  const answered = counts.acknowledged + counts.toldInPerson;
  const { now } = waitersOf(log, nowMs);
  // Whose instant has come has it in the inbox, before the clock has run.
  const reached = counts.sent + counts.inboxOnly + counts.unknown + now;
  return {
    kind: 'content',
    title: log.title,
    body: log.body ?? '',
    note: `${NOTICE_KIND_TEXT[log.kind]} · ${log.authorName} · ${momentText(log.createdAtMs, nowMs)}`,
    edition: editionText(log.revision),
    changed: log.changed ?? '',
    gone: log.isCancelled ? goneText(log) : '',
    figures: [
      { caption: '已送到', number: `${reached}/${counts.recipients}`, unit: '人' },
      ...(log.isMustRead
        ? [{ caption: '已确认', number: `${answered}/${counts.recipients}`, unit: '人' }]
        : []),
    ],
    counts: countRows(log, nowMs),
    waiting: log.isCancelled ? [] : waitingMoments(log, now, nowMs),
    open: log.open.map(({ memberId, name, crewName, state: open }) => ({
      memberId,
      initial: name.slice(0, 1),
      name,
      note: [crewName ?? '', openText(log, open)].filter((part) => part !== '').join(' · '),
    })),
    openTitle: log.isMustRead ? '还没确认的人' : '微信没提醒到的人',
    canRemind: canRemind(log, nowMs),
    remindNote: remindNote(log, nowMs),
    canTell: log.isMustRead && !log.isCancelled,
    canRevise: isOfficer && !log.isCancelled && isWritten(log.kind),
    canCancel: isOfficer && !log.isCancelled && isWritten(log.kind),
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

function editionText({ major, minor }: Log['revision']): string {
  const parts = [major > 1 ? `第 ${major} 版` : '', minor > 0 ? `小改过 ${minor} 次` : ''];
  return parts.filter((part) => part !== '').join(' · ');
}

function canRemind({ remindFromAtMs, isCancelled, deadlineAtMs }: Log, nowMs: number): boolean {
  const isOver = deadlineAtMs !== null && deadlineAtMs <= nowMs;
  return !isCancelled && !isOver && remindFromAtMs !== null && remindFromAtMs <= nowMs;
}

function remindNote(log: Log, nowMs: number): string {
  if (log.isCancelled || log.remindFromAtMs === null) return '';
  if (log.remindFromAtMs > nowMs) {
    return `${momentText(log.remindFromAtMs, nowMs)} 以后可以再提醒，${REMIND_PAUSE_HOURS} 小时里只提醒一次`;
  }
  return '只提醒没确认的人，照样避开他们睡觉的时候';
}

function countRows(log: Log, nowMs: number): readonly CountRow[] {
  const { counts } = log;
  return [
    { text: '微信提醒到了', count: counts.sent, note: '' },
    { text: '放在消息里', count: counts.inboxOnly, note: '没有提醒次数、在睡觉，或自己先看到了' },
    ...waitingRows(log, nowMs),
    { text: '微信没回话', count: counts.unknown, note: '可能送到了，不重复送；消息里有' },
    // Whoever has no account bound is among them, and cannot open the inbox.
    { text: '没送成', count: counts.failed, note: '绑定了的，消息里有；没绑定的，当面说一声' },
    { text: '过了截止没送', count: counts.tooLate, note: '当面说一声' },
    { text: '不用送了', count: counts.notConcerned, note: '已经确认，或不再需要' },
    { text: '当面传达', count: counts.toldInPerson, note: '' },
  ].filter(({ count }) => count > 0);
}

/** Whose instant has come, and who waits for theirs; after it is gone nobody does. */
function waitersOf({ counts, waiting, isCancelled }: Log, nowMs: number) {
  if (isCancelled) return { now: 0, later: 0 };
  const later = waiting
    .filter(({ atMs }) => atMs > nowMs)
    .reduce((sum, { count }) => sum + count, 0);
  return { now: counts.waiting - later, later };
}

function waitingRows(log: Log, nowMs: number): readonly CountRow[] {
  if (log.isCancelled) {
    const text = isWritten(log.kind) ? '没送到就撤回了' : '没送到就失效了';
    return [{ text, count: log.counts.waiting, note: '' }];
  }
  const { now, later } = waitersOf(log, nowMs);
  return [
    { text: '马上送', count: now, note: '消息里已经有了' },
    { text: '等着送', count: later, note: '各人等到什么时候，见下面' },
  ];
}

/** Who is awake by now waits for nothing: one line for all whose instant has come. */
function waitingMoments(
  { waiting }: Log,
  now: number,
  nowMs: number,
): readonly { readonly key: string; readonly time: string; readonly note: string }[] {
  const due = { key: 'due', time: '马上', note: `${now} 人 · 到时候了，正在送` };
  return [
    ...(now > 0 ? [due] : []),
    ...waiting
      .filter(({ atMs }) => atMs > nowMs)
      .map(({ atMs, why, count }, index) => ({
        key: `${atMs}-${index}`,
        time: momentText(atMs, nowMs),
        note: `${count} 人 · ${whyThen(why)}`,
      })),
  ];
}

/** What follows from a study or a reply nobody has withdrawn: its time is over. */
const goneText = ({ kind }: Pick<Log, 'kind'>): string =>
  isWritten(kind) ? '已撤回' : '安排变了，这条已失效';

/** Nothing when badge or title say it already. */
function listKind({ kind, title }: NoticePage['notices'][number]): string {
  const text = NOTICE_KIND_TEXT[kind];
  return kind === 'must-read' || title.startsWith(text) ? '' : text;
}

function badgeOf({ isCancelled, kind, recipients }: NoticePage['notices'][number]): string {
  if (!isCancelled) return `${recipients} 人`;
  return isWritten(kind) ? '已撤回' : '已失效';
}

/** All notices of the branch, newest first. */
export function toListView(
  first: Shown<NoticePage>,
  more: readonly NoticePage[],
  nowMs: number,
): LogView {
  if (first.kind !== 'known') return first;
  const pages = [first.output, ...more];
  const notices = pages.flatMap((page) => page.notices);
  if (notices.length === 0) {
    return { kind: 'empty', text: '还没有发过通知。发一条，这里看得到谁什么时候收到。' };
  }
  return {
    kind: 'list',
    rows: notices.map((notice) => ({
      messageId: notice.messageId,
      title: notice.title,
      note: [
        listKind(notice),
        notice.ofStudy?.to.join('、') ?? '',
        notice.authorName,
        momentText(notice.createdAtMs, nowMs),
      ]
        .filter((part) => part !== '')
        .join(' · '),
      words: notice.ofStudy?.body ?? '',
      badge: badgeOf(notice),
      isMustRead: notice.isMustRead,
    })),
    hasMore: pages.at(-1)?.nextCursor !== null,
    offline: offlineText(first.asOfAtMs, nowMs),
  };
}

export const remindedText = (reminded: number): string => `会再提醒 ${reminded} 人。`;

export const toldQuestion = (name: string): Question => ({
  title: '已当面传达',
  content: `记为你当面告诉了${name}，名单里不再等${name}确认。`,
  confirmBtn: '已传达',
  cancelBtn: '还没',
});

export const toldText = (name: string): string => `已记下，${name}由你当面传达。`;

export const CANCEL_QUESTION: Question = {
  title: '撤回这条通知',
  content: '还没送的不再送，已经送到的从大家的消息里拿掉。',
  confirmBtn: '撤回',
  cancelBtn: '不撤回',
};

export function cancelledText({ notYetSent, alreadySent }: OutputOf<typeof cancelNotice>): string {
  return `已撤回。${notYetSent} 人还没收到，${alreadySent} 人收到过。`;
}
