import type { OutputOf } from '../../../contract/action';
import type { noticeLog } from '../../../contract/notice/sending';
import type { InboxItem } from '../../../contract/notice/inbox';
import { at, dayAfter, NOW_MS } from './study';

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
    edition: 1,
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

type Log = OutputOf<typeof noticeLog>;

/** Of a must-read to ten people: six have got it, two have acknowledged, four wait. */
export function aNoticeLog(given: Partial<Log> = {}): Log {
  return {
    nowMs: NOW_MS,
    title: '换届程序图解',
    body: '第 2 页看仔细。',
    kind: 'must-read',
    authorName: '许文静',
    createdAtMs: at('9:00'),
    deadlineAtMs: at('20:00', dayAfter(2)),
    isCancelled: false,
    isMustRead: true,
    revision: { major: 1, minor: 0 },
    changed: null,
    counts: {
      recipients: 10,
      waiting: 4,
      sent: 4,
      inboxOnly: 2,
      unknown: 0,
      failed: 0,
      notConcerned: 0,
      tooLate: 0,
      acknowledged: 2,
      toldInPerson: 0,
    },
    waiting: [
      {
        atMs: at('16:00'),
        why: { code: 'after-sleep', because: 'after-night', label: 'back-night' },
        count: 4,
      },
    ],
    open: [{ memberId: 'm1', name: '王磊', crewName: '二值', state: 'not-acknowledged' }],
    remindFromAtMs: NOW_MS,
    ...given,
  };
}
