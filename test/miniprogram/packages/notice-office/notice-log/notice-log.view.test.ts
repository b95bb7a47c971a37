import type { OutputOf } from '../../../../../contract/action';
import type { noticesOf } from '../../../../../contract/notice/sending';
import {
  toListView,
  toLogView,
  type ListContent,
  type Log,
  type LogContent,
} from '../../../../../miniprogram/packages/notice-office/notice-log/notice-log.view';
import { aNoticeLog } from '../../../../builders/phone/notice';
import { at, NOW_MS } from '../../../../builders/phone/study';

const known = <T>(output: T) => ({ kind: 'known', output, asOfAtMs: null }) as const;

function logOf(given: Partial<Log> = {}, isOfficer = true): LogContent {
  const view = toLogView(known(aNoticeLog(given)), isOfficer, NOW_MS);
  if (view.kind !== 'content') throw new Error(`no content but ${view.kind}`);
  return view;
}

describe('what became of a notice', () => {
  it('is told by state, with those it reached and those who acknowledged', () => {
    const counts = { ...aNoticeLog().counts, unknown: 1, toldInPerson: 1 };
    const { figures, counts: rows } = logOf({ counts });
    expect(figures.map(({ caption, number }) => `${caption} ${number}`)).toEqual([
      '已送到 7/10',
      '已确认 3/10',
    ]);
    expect(rows.map(({ text, count }) => `${text} ${count}`)).toEqual([
      '微信提醒到了 4',
      '放在消息里 2',
      '等着送 4',
      '微信没回话 1',
      '当面传达 1',
    ]);
  });

  it('says of a notice that was just sent that it goes out now, and who waits all the same', () => {
    const now = { why: { code: 'free-now', because: null, label: null }, count: 3 } as const;
    const [later] = aNoticeLog().waiting;
    const waiting = [
      { ...now, atMs: NOW_MS },
      { ...later!, count: 1 },
    ];
    const view = logOf({ waiting });
    expect(view.counts.map(({ text, count }) => `${text} ${count}`)).toEqual(
      expect.arrayContaining(['马上送 3', '等着送 1']),
    );
    expect(view.waiting[0]).toMatchObject({ time: '马上', note: '3 人 · 到时候了，正在送' });
    expect(view.figures[0]?.number).toBe('9/10');
  });

  it('says of a withdrawn one whom it did not reach, not that they wait', () => {
    const { counts } = logOf({ isCancelled: true });
    expect(counts.map(({ text, count }) => `${text} ${count}`)).toContain('没送到就撤回了 4');
  });

  it('says of what nobody has withdrawn that it is over', () => {
    const view = logOf({ isCancelled: true, kind: 'study-published' });
    expect(view.gone).toBe('安排变了，这条已失效');
    expect(logOf({ isCancelled: true }).gone).toBe('已撤回');
  });

  it('counts no acknowledgement where none was asked', () => {
    const { figures, canTell } = logOf({ kind: 'branch-notice', isMustRead: false });
    expect(figures).toHaveLength(1);
    expect(canTell).toBe(false);
  });

  it('says who waits until when and why, and who is open', () => {
    expect(logOf()).toMatchObject({
      waiting: [{ time: '今天 16:00', note: '4 人 · 后夜班后睡眠，等免打扰结束' }],
      openTitle: '还没确认的人',
      open: [{ initial: '王', name: '王磊', note: '二值 · 还没确认' }],
    });
  });

  it('names who has no account bound: they are told face to face', () => {
    const open = [{ memberId: 'm', name: '王磊', crewName: '二值', state: 'not-reached' as const }];
    expect(logOf({ open }).open[0]?.note).toBe('二值 · 还没绑定，要当面说');
    const plain = logOf({ kind: 'branch-notice', isMustRead: false, open });
    expect(plain.open[0]?.note).toBe('二值 · 微信没提醒到');
  });

  it('of what only newer versions know says so, each line by itself', () => {
    const why = { code: 'newer', because: null, label: null } as const;
    const log = logOf({
      waiting: [
        { atMs: at('16:00'), why, count: 4 },
        { atMs: at('16:00'), why, count: 1 },
      ],
      open: [{ memberId: 'm1', name: '王磊', crewName: '二值', state: 'newer' }],
    });
    expect(new Set(log.waiting.map(({ key }) => key)).size).toBe(2);
    expect(log.open).toMatchObject([{ note: '二值 · 升级后查看' }]);
  });

  it.each([
    [{ major: 1, minor: 0 }, ''],
    [{ major: 1, minor: 2 }, '小改过 2 次'],
    [{ major: 2, minor: 0 }, '第 2 版'],
    [{ major: 3, minor: 1 }, '第 3 版 · 小改过 1 次'],
  ])('names the edition of %o', (revision, text) => {
    expect(logOf({ revision }).edition).toBe(text);
  });

  it('says what the newest edition changed', () => {
    expect(logOf({ changed: '时间改到周五' }).changed).toBe('时间改到周五');
  });
});

describe('what can be done with a notice', () => {
  it('is reminding, unless somebody did within twelve hours, and then when again', () => {
    expect(logOf()).toMatchObject({
      canRemind: true,
      remindNote: '只提醒没确认的人，照样避开他们睡觉的时候',
    });
    expect(logOf({ remindFromAtMs: at('21:00') })).toMatchObject({
      canRemind: false,
      remindNote: '今天 21:00 以后可以再提醒，12 小时里只提醒一次',
    });
    expect(logOf({ remindFromAtMs: null })).toMatchObject({ canRemind: false, remindNote: '' });
  });

  it('is not reminding after the deadline', () => {
    expect(logOf({ deadlineAtMs: NOW_MS }).canRemind).toBe(false);
  });

  it('is changing and withdrawing for officers, not for a group leader', () => {
    expect(logOf()).toMatchObject({ canRevise: true, canCancel: true, canTell: true });
    expect(logOf({}, false)).toMatchObject({ canRevise: false, canCancel: false, canTell: true });
  });

  it('is neither changing nor withdrawing what the system wrote', () => {
    const view = logOf({ kind: 'study-changed', isMustRead: false });
    expect(view).toMatchObject({ canRevise: false, canCancel: false });
  });

  it('is nothing once it is withdrawn', () => {
    expect(logOf({ isCancelled: true })).toMatchObject({
      waiting: [],
      canRemind: false,
      remindNote: '',
      canTell: false,
      canRevise: false,
      canCancel: false,
    });
  });
});

describe('the notices of a branch', () => {
  type Notice = OutputOf<typeof noticesOf>['notices'][number];
  const aNotice = (given: Partial<Notice> = {}): Notice => ({
    messageId: 'a',
    kind: 'branch-notice',
    title: '打扫泵房',
    authorName: '许文静',
    createdAtMs: at('9:00'),
    isCancelled: false,
    isMustRead: false,
    recipients: 48,
    ...given,
  });
  const page = (notices: Notice[], nextCursor: string | null = null) => ({
    nowMs: NOW_MS,
    notices,
    nextCursor,
  });
  const listOf = (...pages: ReturnType<typeof page>[]): ListContent => {
    const [first = page([]), ...more] = pages;
    const view = toListView(known(first), more, NOW_MS);
    if (view.kind !== 'list') throw new Error(`no list but ${view.kind}`);
    return view;
  };

  it('stand with kind, sender and time, and how many they are for or that they are withdrawn', () => {
    const ofStudy = { to: ['一值党小组'], body: '3月12日 16:00，集控楼' };
    const [said] = listOf(page([aNotice({ ofStudy })])).rows;
    expect([said?.words, said?.note]).toEqual([
      '3月12日 16:00，集控楼',
      expect.stringContaining('一值党小组 · '),
    ]);
    const { rows } = listOf(page([aNotice(), aNotice({ messageId: 'b', isCancelled: true })]));
    expect(rows).toMatchObject([
      { note: '支部通知 · 许文静 · 今天 9:00', badge: '48 人' },
      { badge: '已撤回' },
    ]);
  });

  it('name their kind once', () => {
    const mustRead = aNotice({ kind: 'must-read', isMustRead: true });
    const changed = aNotice({ kind: 'study-changed', title: '学习有改动：党课' });
    expect(listOf(page([mustRead, changed])).rows.map(({ note }) => note)).toEqual(
      Array(2).fill('许文静 · 今天 9:00'),
    );
  });

  it('offer older ones while there are some', () => {
    expect(listOf(page([aNotice()], '1')).hasMore).toBe(true);
    const both = listOf(page([aNotice()], '1'), page([aNotice({ messageId: 'b' })]));
    expect(both.rows.map(({ messageId }) => messageId)).toEqual(['a', 'b']);
    expect(both.hasMore).toBe(false);
  });

  it('say what a first one is good for', () => {
    expect(toListView(known(page([])), [], NOW_MS)).toMatchObject({ kind: 'empty' });
  });
});
