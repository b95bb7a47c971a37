import type { InboxItem } from '../../../../contract/notice/inbox';
import {
  pillsOf,
  seenUpTo,
  toView,
  type InboxContent,
} from '../../../../miniprogram/pages/inbox/inbox.view';
import { aKept } from '../../../builders/phone/kept';
import { aMustRead, anInbox, anInboxItem } from '../../../builders/phone/notice';
import { at, dayAfter, NOW_MS } from '../../../builders/phone/study';

const none: ReadonlyMap<string, number> = new Map();

function contentOf(
  items: readonly InboxItem[],
  nextCursor: string | null = null,
  answered = none,
  kept = aKept({ count: answered.size }),
): InboxContent {
  const first = { kind: 'known', output: anInbox(items, nextCursor), asOfAtMs: null } as const;
  const view = toView(first, [], '', answered, kept, NOW_MS);
  if (view.kind !== 'content') throw new Error(`no content but ${view.kind}`);
  return view;
}

describe('the inbox', () => {
  it('stands day by day, newest first', () => {
    const { groups } = contentOf([
      anInboxItem({ messageId: 'a', atMs: at('14:30', dayAfter(-1)) }),
      anInboxItem({ messageId: 'b', atMs: at('9:00') }),
      anInboxItem({ messageId: 'c', atMs: at('10:00') }),
    ]);
    expect(
      groups.map(({ title, cards }) => [title, ...cards.map((card) => card.messageId)]),
    ).toEqual([
      ['今天', 'c', 'b'],
      ['昨天', 'a'],
    ]);
  });

  it('puts what waits for an answer first in its day, and counts it', () => {
    const { groups } = contentOf([
      anInboxItem({ atMs: at('10:00') }),
      aMustRead({ atMs: at('8:00') }),
    ]);
    expect(groups[0]).toMatchObject({
      note: '1 条待确认',
      cards: [{ messageId: 'must-1', time: '8:00', isFirst: true }, { isFirst: false }],
    });
  });

  it('puts what waits since earlier days above everything, with its day', () => {
    const { groups } = contentOf([
      anInboxItem(),
      aMustRead({ messageId: 'today', atMs: at('8:00') }),
      aMustRead({ messageId: 'old', atMs: at('15:30', dayAfter(-4)) }),
    ]);
    expect(groups[0]).toMatchObject({
      title: '还等你确认',
      note: '1 条待确认',
      cards: [{ messageId: 'old', time: '周六 3月7日 15:30', isFirst: true }],
    });
    expect(groups[1]?.cards.map(({ isFirst }) => isFirst)).toEqual([false, false]);
  });

  it('has one filled button at most, and none when nothing waits', () => {
    const acknowledged = aMustRead({ acknowledgedAtMs: at('10:01') });
    const { groups } = contentOf([acknowledged]);
    expect(groups[0]?.cards[0]).toMatchObject({
      canAcknowledge: false,
      isFirst: false,
      acknowledged: '今天 10:01 你已确认',
      due: '',
    });
  });

  it('says why it came now, what changed, and until when to answer', () => {
    const { groups } = contentOf([
      aMustRead({
        why: { code: 'after-sleep', because: 'after-night', label: 'back-night' },
        changed: '第 2、4 页',
        deadlineAtMs: at('18:00', dayAfter(2)),
      }),
    ]);
    expect(groups[0]?.cards[0]).toMatchObject({
      source: '党务清风',
      why: '等你下后夜班睡醒才送到。',
      changed: '第 2、4 页',
      due: '周五 3月13日 18:00 前确认',
    });
  });

  it('names no deadline that has passed', () => {
    const { groups } = contentOf([aMustRead({ deadlineAtMs: NOW_MS })]);
    expect(groups[0]?.cards[0]?.due).toBe('');
  });

  it('offers older ones only while there are some', () => {
    expect(contentOf([anInboxItem()]).hasMore).toBe(false);
    expect(contentOf([anInboxItem()], '123').hasMore).toBe(true);
  });

  it('says which channel is empty', () => {
    const first = { kind: 'known', output: anInbox([]), asOfAtMs: null } as const;
    expect(toView(first, [], 'safety', none, aKept(), NOW_MS)).toEqual({
      kind: 'empty',
      text: '“安全”里还没有消息。',
    });
  });

  it('says how old it is when nobody answers', () => {
    const first = {
      kind: 'known',
      output: anInbox([anInboxItem()]),
      asOfAtMs: at('9:00'),
    } as const;
    expect(toView(first, [], '', none, aKept(), NOW_MS)).toMatchObject({
      offline: '没有取到新的，显示的是今天 9:00 的内容',
    });
  });
});

describe('channels', () => {
  it('have all first, then safety', () => {
    expect(pillsOf('party').map(({ text, isOn }) => (isOn ? `[${text}]` : text))).toEqual([
      '全部',
      '安全',
      '[党务清风]',
      '廉政清风',
      '支部',
      '学习',
    ]);
  });
});

describe('what was on the screen', () => {
  it('reaches up to the newest of the new ones', () => {
    const items = [anInboxItem({ atMs: 5, isNew: true }), anInboxItem({ atMs: 9, isNew: true })];
    expect(seenUpTo(items)).toBe(9);
  });

  it('is not told again when nothing is new', () => {
    expect(seenUpTo([anInboxItem()])).toBeUndefined();
  });
});

describe('a new edition', () => {
  it('is called an update, and says what changed', () => {
    const { groups } = contentOf([
      aMustRead({ messageId: 'b', title: '换届程序图解', changed: '第 2 页' }),
      aMustRead({ messageId: 'a', title: '值班表' }),
    ]);
    expect(groups[0]?.cards.map(({ title }) => title)).toEqual(['更新：换届程序图解', '值班表']);
  });
});

describe('an answer that waits in the phone', () => {
  it('counts as given, and says where it is', () => {
    const items = [aMustRead({ messageId: 'a' }), aMustRead({ messageId: 'b', atMs: at('9:00') })];
    const { groups, offline } = contentOf(items, null, new Map([['a', at('10:05')]]));
    expect(groups[0]).toMatchObject({
      note: '1 条待确认',
      cards: [
        { messageId: 'b', canAcknowledge: true },
        { messageId: 'a', canAcknowledge: false, acknowledged: '今天 10:05 已记下，有网时送出' },
      ],
    });
    expect(offline).toBe('1 项已保存在手机，有网时送出');
  });

  it('says so where a newer version has to send it', () => {
    const answered = new Map([['a', at('10:05')]]);
    const kept = aKept({ count: 1, waitsFor: 'update' });
    const { groups, offline } = contentOf([aMustRead({ messageId: 'a' })], null, answered, kept);
    expect(groups[0]?.cards[0]?.acknowledged).toBe('今天 10:05 已记下，更新后送出');
    expect(offline).toBe('1 项已保存在手机，更新后送出');
  });

  it('gives way to the one that the server has', () => {
    const { groups } = contentOf(
      [aMustRead({ messageId: 'a', acknowledgedAtMs: at('10:00') })],
      null,
      new Map([['a', at('9:00')]]),
    );
    expect(groups[0]?.cards[0]?.acknowledged).toBe('今天 10:00 你已确认');
  });
});

describe('a message about a study', () => {
  it('names what happened beside its title, once', () => {
    const item = anInboxItem({ kind: 'study-changed', title: '学习有改动：党课' });
    expect(contentOf([item]).groups[0]?.cards[0]).toMatchObject({
      source: '学习有改动',
      title: '党课',
    });
  });
});
