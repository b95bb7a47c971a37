import type { InboxItem } from '../../../contract/notify';
import { at, NOW_MS } from './study';

/** A branch notice that came at once, a quarter of an hour ago. */
export function anInboxItem(given: Partial<InboxItem> = {}): InboxItem {
  return {
    messageId: 'message-1',
    kind: 'branch-notice',
    channel: 'branch',
    title: '主题党日定在明天 14:00',
    body: null,
    page: null,
    authorName: '许文静',
    atMs: at('9:57'),
    deadlineAtMs: null,
    why: { code: 'free-now', because: null, label: null },
    isUrgent: false,
    isMustRead: false,
    changed: null,
    acknowledgedAtMs: null,
    isNew: false,
    ...given,
  };
}

export function aMustRead(given: Partial<InboxItem> = {}): InboxItem {
  return anInboxItem({
    messageId: 'must-1',
    kind: 'must-read',
    channel: 'party',
    isMustRead: true,
    ...given,
  });
}

export const anInbox = (items: readonly InboxItem[], nextCursor: string | null = null) => ({
  nowMs: NOW_MS,
  toAcknowledge: items.filter((item) => item.isMustRead && item.acknowledgedAtMs === null).length,
  items: [...items],
  nextCursor,
});
