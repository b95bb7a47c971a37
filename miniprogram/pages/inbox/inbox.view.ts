import type { OutputOf } from '../../../contract/action';
import type { inbox, InboxItem } from '../../../contract/notice/inbox';
import { CHANNELS, type Channel } from '../../../domain/notice/kind-rules';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import type { Kept, WaitsFor } from '../../api/outbox';
import type { Shown, Placeholder } from '../../state/shown';
import { bareTitle, CHANNEL_TEXT, sourceText, whyNow } from '../../text/notice';
import { offlineText, SENT_TEXT } from '../../text/offline';
import { clockOf, dayText, momentText } from '../../text/when';

export interface MessageCard {
  readonly messageId: string;
  readonly edition: number;
  readonly source: string;
  readonly author: string;
  readonly time: string;
  readonly title: string;
  readonly body: string;
  readonly why: string;
  /** What a major revision changed; '' for a first edition. */
  readonly changed: string;
  /** Until when it matters; '' when that says nothing. */
  readonly due: string;
  readonly isMustRead: boolean;
  readonly isUrgent: boolean;
  readonly isNew: boolean;
  readonly canAcknowledge: boolean;
  /** '今天 15:40 已确认'; '' when nothing was asked or nothing was answered. */
  readonly acknowledged: string;
  /** '' when there is nothing behind the message. */
  readonly page: string;
  /** The one filled button of the page. */
  readonly isFirst: boolean;
}

export interface MessageGroup {
  readonly title: string;
  readonly note: string;
  readonly cards: readonly MessageCard[];
}

export interface ChannelPill {
  readonly channel: Channel | '';
  readonly text: string;
  readonly isOn: boolean;
}

export interface InboxContent {
  readonly kind: 'content';
  readonly groups: readonly MessageGroup[];
  readonly hasMore: boolean;
  readonly offline: string;
}

export type InboxView = Placeholder | InboxContent;
export type InboxPage = OutputOf<typeof inbox>;

export const opening: InboxView = { kind: 'loading' };
export const unknownPage: Shown<InboxPage> = { kind: 'loading' };
export const allChannels: Channel | '' = '';
export const noPages: readonly InboxPage[] = [];

const NOTHING_YET = '还没有消息。新的学习、通知会到这里，除了紧急安全提醒，不在你睡觉的时候送。';

/** 全部, then safety first, as in the order of what cannot wait. */
export function pillsOf(chosen: Channel | ''): readonly ChannelPill[] {
  const safetyFirst = [...CHANNELS].sort((a, b) => Number(b === 'safety') - Number(a === 'safety'));
  return [
    { channel: '', text: '全部', isOn: chosen === '' },
    ...safetyFirst.map((channel) => ({
      channel,
      text: CHANNEL_TEXT[channel],
      isOn: channel === chosen,
    })),
  ];
}

/**
 * @param more pages after the first, oldest last
 * @param answered must-reads whose acknowledgement waits in the phone, and when it was given
 * @param kept everything that waits in the phone
 */
export function toView(
  first: Shown<InboxPage>,
  more: readonly InboxPage[],
  channel: Channel | '',
  answered: ReadonlyMap<string, number>,
  kept: Kept,
  nowMs: number,
): InboxView {
  if (first.kind !== 'known') return first;
  const pages = [first.output, ...more];
  const items = pages
    .flatMap((page) => page.items)
    .map((item): ShownItem => withAnswer(item, answered.get(item.messageId), kept.waitsFor));
  if (items.length === 0) {
    const text = channel === '' ? NOTHING_YET : `“${CHANNEL_TEXT[channel]}”里还没有消息。`;
    return { kind: 'empty', text };
  }
  return {
    kind: 'content',
    groups: groupsOf(items, nowMs),
    hasMore: pages.at(-1)?.nextCursor !== null,
    offline: offlineText(first.asOfAtMs, nowMs, kept),
  };
}

/** An item, and what the person's answer still waits for in the phone; null when it does not. */
interface ShownItem extends InboxItem {
  readonly answerWaitsFor: WaitsFor | null;
}

function withAnswer(
  item: InboxItem,
  answeredAtMs: number | undefined,
  waitsFor: WaitsFor,
): ShownItem {
  if (answeredAtMs === undefined || !isOpen(item)) return { ...item, answerWaitsFor: null };
  return { ...item, acknowledgedAtMs: answeredAtMs, answerWaitsFor: waitsFor };
}

/** The latest instant of a page, up to which everything was on the screen. */
export function seenUpTo(items: readonly InboxItem[]): number | undefined {
  const fresh = items.filter(({ isNew }) => isNew).map(({ atMs }) => atMs);
  return fresh.length === 0 ? undefined : Math.max(...fresh);
}

const isOpen = ({ isMustRead, acknowledgedAtMs }: InboxItem): boolean =>
  isMustRead && acknowledgedAtMs === null;

/** What still waits from earlier days, then day by day; within a day what waits comes first. */
function groupsOf(items: readonly ShownItem[], nowMs: number): readonly MessageGroup[] {
  const today = dayOfInstant(nowMs);
  const sorted = [...items].sort(
    (a, b) => Number(isOpen(b)) - Number(isOpen(a)) || b.atMs - a.atMs,
  );
  const isOlderOpen = (item: ShownItem) => isOpen(item) && dayOfInstant(item.atMs) !== today;
  const older = sorted.filter(isOlderOpen);
  const rest = sorted.filter((item) => !isOlderOpen(item));
  const days = [...new Set(rest.map(({ atMs }) => dayOfInstant(atMs)))].sort().reverse();
  const firstOpenId = [...older, ...rest.filter(isOpen)][0]?.messageId;
  const card = (item: ShownItem) => toCard(item, nowMs, item.messageId === firstOpenId);
  const groups = days.map((day) => {
    const ofDay = rest.filter(({ atMs }) => dayOfInstant(atMs) === day);
    return { title: dayText(day, today), note: openNote(ofDay), cards: ofDay.map(card) };
  });
  if (older.length === 0) return groups;
  return [{ title: '还等你确认', note: openNote(older), cards: older.map(card) }, ...groups];
}

function openNote(items: readonly InboxItem[]): string {
  const count = items.filter(isOpen).length;
  return count === 0 ? '' : `${count} 条待确认`;
}

function toCard(item: ShownItem, nowMs: number, isFirst: boolean): MessageCard {
  const today = dayOfInstant(nowMs);
  const waits = isOpen(item);
  return {
    messageId: item.messageId,
    edition: item.edition,
    source: sourceText(item),
    author: item.authorName,
    time:
      waits && dayOfInstant(item.atMs) !== today
        ? momentText(item.atMs, nowMs)
        : clockOf(item.atMs),
    title: item.changed === null ? bareTitle(item) : `更新：${bareTitle(item)}`,
    body: item.body ?? '',
    why: whyNow(item.why),
    changed: item.changed ?? '',
    due: waits ? dueText(item.deadlineAtMs, nowMs, today) : '',
    isMustRead: item.isMustRead,
    isUrgent: item.isUrgent,
    isNew: item.isNew,
    canAcknowledge: waits,
    acknowledged: acknowledgedText(item, nowMs),
    page: item.page ?? '',
    isFirst,
  };
}

function acknowledgedText(item: ShownItem, nowMs: number): string {
  const { isMustRead, acknowledgedAtMs, answerWaitsFor } = item;
  if (!isMustRead || acknowledgedAtMs === null) return '';
  const at = momentText(acknowledgedAtMs, nowMs);
  return answerWaitsFor === null ? `${at} 你已确认` : `${at} 已记下，${SENT_TEXT[answerWaitsFor]}`;
}

function dueText(deadlineAtMs: number | null, nowMs: number, today: LocalDay): string {
  if (deadlineAtMs === null || deadlineAtMs <= nowMs) return '';
  return `${dayText(dayOfInstant(deadlineAtMs), today)} ${clockOf(deadlineAtMs)} 前确认`;
}
