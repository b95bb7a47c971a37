import type { OutputOf } from '../../../../contract/action';
import type { notReachedMessages } from '../../../../contract/branch/not-reached';
import type { NotReachedDays } from '../../../../domain/notice/not-reached';
import type { Placeholder } from '../../../state/shown';
import { bareTitle, NOTICE_KIND_TEXT } from '../../../text/notice';
import { momentText } from '../../../text/when';
import { countsText, reachedText, spanText, type Line, type PeoplePage } from '../not-reached.view';
import { nextStep, pageOf, whyText, type Reader } from './next-step.view';

export type MessagesPage = OutputOf<typeof notReachedMessages>;

export interface Row {
  readonly key: string;
  /** Its crew, over the first of each on a page; otherwise ''. */
  readonly head: string;
  readonly title: string;
  readonly note: string;
  /** What the row itself opens; '' nothing. */
  readonly url: string;
  readonly lines: readonly {
    readonly key: string;
    readonly text: string;
    readonly note: string;
    /** What is to be done next; '' where that stands elsewhere. */
    readonly step: string;
    readonly url: string;
  }[];
}

export interface ListHead {
  readonly kind: 'content';
  readonly title: string;
  readonly note: string;
  readonly counts: string;
  /** Said where nobody is left; '' otherwise. */
  readonly none: string;
}

/** Rows that go below those that are shown, and what stands above them all. */
export interface ListPage {
  readonly head: ListHead;
  readonly rows: readonly Row[];
  readonly nextCursor: string | null;
}

export const opening: Placeholder | ListHead = { kind: 'loading' };
export const noRows: readonly Row[] = [];

export const BY = ['people', 'messages'] as const;
export type By = (typeof BY)[number];
const BY_TEXT: Readonly<Record<By, string>> = { people: '按人看', messages: '按通知看' };
export const firstBy: By = 'people';
export const byPills = (by: By) =>
  BY.map((each) => ({ by: each, text: BY_TEXT[each], isOn: each === by }));

/** Looking is said to those who are looked at. */
export const TRAIL_NOTE =
  '只看送到没有，谁什么时候看的、看了多久都不记，也不排名。你看这份名单会记下来，名单里的人看得到。';

/** A must-read that holds is listed however old it is. docs/rules.md#R-334 */
const NONE =
  '这些天发出的和更早还没到期的必读，都送到了。有谁没送到，会带着原因和下一步出现在这里。';

export function toPeoplePage(page: PeoplePage, days: NotReachedDays, canInvite: boolean): ListPage {
  const { branchId, branchName, nowMs, total, people, nextCursor } = page;
  const reader = { branchId, canInvite };
  return {
    head: {
      kind: 'content',
      title: total === 0 ? reachedText(days) : `${total} 人还有没送到或没确认的`,
      note: `${branchName} · ${spanText(days)}，按值和姓名排，不分先后`,
      counts: countsText(page.counts),
      none: total === 0 ? NONE : '',
    },
    rows: people.map(({ memberId, name, crewName, lines }, at) => ({
      key: memberId,
      head: at > 0 && people[at - 1]?.crewName === crewName ? '' : (crewName ?? '没有值'),
      title: name,
      note: '',
      url: '',
      lines: lines.map((line, place) => ({ key: `${place}`, ...toLine(line, reader, nowMs) })),
    })),
    nextCursor,
  };
}

function toLine(line: Line, reader: Reader, nowMs: number): Omit<Row['lines'][number], 'key'> {
  const { kind, count } = line;
  const several = `${NOTICE_KIND_TEXT[kind]} ${count} 条`;
  return {
    text: count === 1 ? named(line) : several,
    note: whyText(line, nowMs),
    ...nextStep(line, reader),
  };
}

/** An issue is named by its channel already. */
function named({ kind, title }: Pick<Line, 'kind' | 'title'>): string {
  const bare = bareTitle({ kind, title });
  return bare.startsWith(NOTICE_KIND_TEXT[kind]) ? bare : `${NOTICE_KIND_TEXT[kind]}：${bare}`;
}

export function toMessagesPage(page: MessagesPage, days: NotReachedDays): ListPage {
  const { branchId, branchName, nowMs, total, messages, nextCursor } = page;
  return {
    head: {
      kind: 'content',
      title: total === 0 ? reachedText(days) : `${total} 条还有人没送到`,
      note: `${branchName} · ${spanText(days)}，新的在前`,
      counts: '',
      none: total === 0 ? NONE : '',
    },
    rows: messages.map((message) => ({
      key: message.messageId,
      head: '',
      title: named(message),
      note: `${momentText(message.createdAtMs, nowMs)} 发出，${message.recipients} 人里 ${message.open} 人没送到`,
      url: pageOf(message, branchId),
      lines: message.lines.map(({ crewName, why, count, names }, place) => ({
        key: `${place}`,
        text: names.join('、') + (count > names.length ? ` 等 ${count} 人` : ''),
        note: `${crewName ?? '没有值'} · ${whyText({ why, untilAtMs: null }, nowMs)}`,
        step: '',
        url: '',
      })),
    })),
    nextCursor,
  };
}
