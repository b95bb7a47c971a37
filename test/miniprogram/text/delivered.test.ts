import type { Delivered } from '../../../miniprogram/api/outbox';
import { deliveredText } from '../../../miniprogram/text/delivered';
import { NOW_MS } from '../../builders/phone/study';

const waiting = (action: Delivered['waiting']['action']): Delivered['waiting'] => ({
  action,
  input: {},
  requestId: 'r-1',
  madeAtMs: NOW_MS,
  title: '支部组织生活怎么开',
});
const refused = (code: string) => ({ ok: false as const, code, detail: {}, requestId: 'r-1' });
const entered = (state: string) => ({
  ok: true as const,
  output: {
    studyId: 's',
    sittingId: 't',
    topic: '支部组织生活怎么开',
    place: '306',
    state,
    atMs: NOW_MS,
    wasIn: false,
  },
});

describe('what is told of a write that had waited', () => {
  it('a scan that was kept waits for the secretary now', () => {
    expect(deliveredText({ waiting: waiting('checkIn'), result: entered('to-confirm') })).toEqual({
      title: '等书记确认',
      content: '“支部组织生活怎么开”保存的码已经送到，书记确认后算数。',
    });
  });

  it('a check-in whose answer was lost stands as it is', () => {
    const told = deliveredText({ waiting: waiting('checkIn'), result: entered('attended') });
    expect(told?.title).toBe('已签到');
  });

  it('a newer function may say more, or something that this version does not know', () => {
    const told = (more: object) => {
      const output = { ...entered('late').output, ...more };
      return deliveredText({ waiting: waiting('checkIn'), result: { ok: true, output } })?.title;
    };
    expect(told({ addedLater: 1 })).toBe('已签到');
    expect(told({ state: 'attended-from-afar' })).toBe('已收到');
    expect(told({ studyId: undefined })).toBe('已收到');
  });

  it('a scan that came too late says why and what to do', () => {
    const told = deliveredText({ waiting: waiting('checkIn'), result: refused('code-stale') });
    expect(told).toEqual({
      title: '保存在手机的签到没有签上',
      content:
        '“支部组织生活怎么开”：扫到的码对不上，没有记录。当时在现场的话，请书记在点名册里登记。',
    });
  });

  it('an answer that a later one has overtaken says so, and how to change it', () => {
    const told = deliveredText({ waiting: waiting('reply'), result: refused('decided-since') });
    expect(told).toEqual({
      title: '回复没有记上',
      content:
        '“支部组织生活怎么开”：你后来又改过回复，以后改的为准。还要改的话，看过现在的回复再选一次。',
    });
  });

  it('a scan for a cancelled study asks nothing of anybody', () => {
    const told = deliveredText({ waiting: waiting('checkIn'), result: refused('study-cancelled') });
    expect(told?.content).toBe('“支部组织生活怎么开”：这次学习已取消，不用签到了。');
  });

  it('a scan that our own fault lost has its number, and whom to ask', () => {
    const told = deliveredText({ waiting: waiting('checkIn'), result: refused('internal') });
    expect(told?.content).toMatch(/编号 r-1）当时在现场的话，请书记在点名册里登记。$/u);
  });

  it('a reply is told of only when it was refused', () => {
    const result = { ok: true as const, output: {} };
    expect(deliveredText({ waiting: waiting('reply'), result })).toBeUndefined();
    const told = deliveredText({ waiting: waiting('reply'), result: refused('sitting-over') });
    expect(told?.content).toMatch('这一场已经结束');
  });

  it('an acknowledgement is not spoken of, unless there is something new to read', () => {
    const told = (result: Delivered['result']) =>
      deliveredText({ waiting: waiting('acknowledge'), result });
    expect(told({ ok: true, output: {} })).toBeUndefined();
    expect(told(refused('cancelled'))).toBeUndefined();
    expect(told(refused('no-more-asked'))).toBeUndefined();
    expect(told(refused('newer-edition'))).toEqual({
      title: '还要再确认一次',
      content: '“支部组织生活怎么开”：这条刚改过，看过新的一版再确认。',
    });
  });

  it('a comment that was refused, for whatever reason, is still on the phone', () => {
    const told = (result: Delivered['result']) =>
      deliveredText({ waiting: waiting('writeComment'), result });
    expect(told({ ok: true, output: {} })).toBeUndefined();
    expect(told(refused('item-gone'))).toEqual({
      title: '写的没有交上',
      content: '“支部组织生活怎么开”：这一条不在栏目里了，写不上去了。写的都还在“我写的感悟”里。',
    });
    expect(told(refused('unknown-refusal'))?.content).toMatch(/没有办成.*写的都还在/u);
  });

  it('words that end a make-up are told of: that it is done, or why not and where they are', () => {
    const told = (result: Delivered['result']) =>
      deliveredText({ waiting: waiting('noteMakeUp'), result });
    expect(told({ ok: true, output: {} })?.title).toBe('已补学');
    const over = { ...refused('make-up-over'), detail: { officer: '罗志强' } };
    expect(told(over)).toEqual({
      title: '补学的心得没有记上',
      content:
        '“支部组织生活怎么开”：补学已经截止，这次没有记上。找罗志强或书记，可以再给你开。打开补学就能看到你写的。',
    });
  });
});
