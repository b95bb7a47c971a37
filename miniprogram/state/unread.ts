import * as v from 'valibot';
import type { OutputOf } from '../../contract/action';
import type { today } from '../../contract/today';
import type { InboxItem } from '../../contract/notice/inbox';
import { store } from './storage';

/** Place of 消息 in the tab bar. */
const TAB = 3;
const MOST_SHOWN = 99;

/** Up to this instant everything was on this phone's screen: the server learns of it a little later. */
const KEY = 'inboxSeenUpTo';

export type UnreadMessage = OutputOf<typeof today>['unread'][number];

export function noteSeen(upToAtMs: number): void {
  if (upToAtMs > seenUpToAtMs()) store(KEY, upToAtMs);
}

/** For a phone on which somebody else is bound. */
export function forgetSeen(): void {
  wx.removeStorageSync(KEY);
}

function seenUpToAtMs(): number {
  const kept = v.safeParse(v.number(), wx.getStorageSync(KEY));
  return kept.success ? kept.output : 0;
}

/**
 * Messages that were not on the screen, and must-reads that wait for an answer however old they are.
 * @param answered must-reads whose acknowledgement waits for the network
 */
export function countUnread(
  messages: readonly UnreadMessage[],
  answered: ReadonlyMap<string, number>,
): number {
  const seenAtMs = seenUpToAtMs();
  return messages.filter(
    ({ messageId, atMs, isToAcknowledge }) =>
      atMs > seenAtMs || (isToAcknowledge && !answered.has(messageId)),
  ).length;
}

export function asUnread({
  messageId,
  atMs,
  isMustRead,
  acknowledgedAtMs,
}: InboxItem): UnreadMessage {
  return { messageId, atMs, isToAcknowledge: isMustRead && acknowledgedAtMs === null };
}

/** The number on the tab; pages without a tab bar have nowhere to put it. */
export async function showUnread(count: number): Promise<void> {
  const text = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  const done =
    count === 0 ? wx.removeTabBarBadge({ index: TAB }) : wx.setTabBarBadge({ index: TAB, text });
  await done.catch(() => undefined);
}
