import {
  revisionOf,
  startForm,
  toView,
  type Log,
  type ReviseContent,
  type ReviseForm,
} from '../../../../../miniprogram/packages/notice-office/revise-notice/revise-notice.view';
import { aNoticeLog } from '../../../../builders/phone/notice';
import { NOW_MS } from '../../../../builders/phone/study';

const aForm = (given: Partial<ReviseForm> = {}): ReviseForm => ({
  ...startForm(aNoticeLog(), undefined),
  ...given,
});
const stateOf = (log: Partial<Log>) =>
  ({ kind: 'known', output: aNoticeLog(log), asOfAtMs: null }) as const;

function contentOf(form: Partial<ReviseForm>, log: Partial<Log> = {}): ReviseContent {
  const view = toView(stateOf(log), aForm(form), true, NOW_MS);
  if (view.kind !== 'content') throw new Error(`no content but ${view.kind}`);
  return view;
}
const noteOf = (log: Partial<Log>) => contentOf({ size: 'major' }, log).sizes[1]?.note;

describe('changing a notice', () => {
  it('starts with the words as they stand, as a minor change', () => {
    expect(aForm()).toMatchObject({
      title: '换届程序图解',
      body: '第 2 页看仔细。',
      size: 'minor',
    });
  });

  it('goes on with what was typed, unless there is a newer edition', () => {
    const kept = aForm({ title: '写到一半' });
    expect(startForm(aNoticeLog(), kept).title).toBe('写到一半');
    const newer = aNoticeLog({ title: '别人的', revision: { major: 1, minor: 1 } });
    expect(startForm(newer, kept).title).toBe('别人的');
    expect(startForm(aNoticeLog(), { title: 1 }).title).toBe('换届程序图解');
  });

  it('says before it is done that a minor change disturbs nobody and keeps what was acknowledged', () => {
    const { size, sizes, promise, actText } = contentOf({});
    expect(size).toBe('minor');
    expect(sizes[0]?.note).toContain('2 人已确认的，照样算数');
    expect(promise).toContain('不提醒任何人');
    expect(actText).toBe('改好了');
  });

  it('says before it is done how many a major change asks again', () => {
    expect(noteOf({})).toBe('10 人重新确认，已确认的 2 人也要再点一次，看得到改了什么。');
    expect(noteOf({ isMustRead: false, kind: 'branch-notice' })).toBe(
      '10 人再收到一次，看得到改了什么。',
    );
    expect(contentOf({ size: 'major' }).promise).toBe('10 人再收到一次，照样避开睡觉和上班');
  });

  it('says that a major change of a safety notice wakes people', () => {
    expect(contentOf({ size: 'major' }, { kind: 'safety' }).promise).toContain('睡觉的人也会收到');
  });

  it('is not there for what is withdrawn or what a study sent by itself', () => {
    expect(toView(stateOf({ isCancelled: true }), aForm(), true, NOW_MS).kind).toBe('empty');
    expect(toView(stateOf({ kind: 'study-changed' }), aForm(), true, NOW_MS).kind).toBe('empty');
  });

  it('of a kind that only newer versions know is theirs to do', () => {
    expect(toView(stateOf({ kind: 'newer' }), aForm(), true, NOW_MS)).toMatchObject({
      kind: 'empty',
      text: expect.stringContaining('换成新版再改'),
    });
  });

  it('is not shown to who may not revise the notice, before a word is written', () => {
    expect(toView(stateOf({}), aForm(), false, NOW_MS).kind).toBe('not-yours');
  });
});

describe('what is asked of the server', () => {
  const askedFor = (form: Partial<ReviseForm>, log: Partial<Log> = {}) =>
    revisionOf('m', aForm(form), aNoticeLog(log), NOW_MS);

  it('is the new words, and for a major change what changed', () => {
    expect(askedFor({ title: ' 新\u200b ', body: ' \u2060' })).toEqual({
      ok: true,
      revision: {
        messageId: 'm',
        title: '新',
        body: null,
        from: { major: 1, minor: 0 },
        size: { kind: 'minor' },
      },
    });
    expect(askedFor({ size: 'major', changed: ' 时间改到周五 ' })).toMatchObject({
      revision: { size: { kind: 'major', changed: '时间改到周五' } },
    });
  });

  it.each([
    ['title', '还没写标题。', { title: ' \u200b' }, {}],
    ['body', '标题和内容都还没改。', {}, {}],
    ['body', '最多 500 字，删掉 1 字再交。', { body: '长'.repeat(501) }, {}],
    [
      'changed',
      '最多 100 字，删掉 1 字再交。',
      { size: 'major', changed: '长'.repeat(101) } as const,
      {},
    ],
    ['changed', '写一句改了什么，大家不用自己找。', { size: 'major' } as const, {}],
    [
      'size',
      '截止时间已过，只能小改。',
      { size: 'major', changed: 'x' } as const,
      { deadlineAtMs: NOW_MS },
    ],
  ])('is nothing yet, told at %s: %s', (field, problem, form, log) => {
    expect(askedFor(form, log)).toEqual({ ok: false, field, problem });
  });
});
