import { inbox } from '../../contract/notify';
import type { OutputOf } from '../../contract/action';
import { fetchAndRemember } from '../api/remembered';

/** Place of 消息 in the tab bar. */
const TAB = 3;
const MOST_SHOWN = 99;

type Inbox = Pick<OutputOf<typeof inbox>, 'items'>;

/** New messages, and must-reads that wait for an acknowledgement however old they are. */
export function unreadOf({ items }: Inbox): number {
  return items.filter(
    ({ isNew, isMustRead, acknowledgedAtMs }) => isNew || (isMustRead && acknowledgedAtMs === null),
  ).length;
}

/** The number on the tab; pages without a tab bar have nowhere to put it. */
export async function showUnread(count: number): Promise<void> {
  const text = count > MOST_SHOWN ? `${MOST_SHOWN}+` : String(count);
  const done =
    count === 0 ? wx.removeTabBarBadge({ index: TAB }) : wx.setTabBarBadge({ index: TAB, text });
  await done.catch(() => undefined);
}

/** Asks what has come since, for pages that show the number only. */
export async function refreshUnread(): Promise<void> {
  const result = await fetchAndRemember(inbox, {});
  if (result.ok) await showUnread(unreadOf(result.output));
}
