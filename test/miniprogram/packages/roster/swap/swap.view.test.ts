import {
  dayLine,
  toProposeView,
  toSwapView,
  type Partners,
} from '../../../../../miniprogram/packages/roster/swap/swap.view';
import { aSwap, EARLY, MIDDLE, REST } from '../../../../builders/phone/roster';
import { dayAfter, NOW_MS } from '../../../../builders/phone/study';

const partners = (output: Partners) => ({ kind: 'known', output, asOfAtMs: null }) as const;

describe('proposing a swap', () => {
  it('waits for whom it is possible with', () => {
    expect(toProposeView({ kind: 'loading' }, '')).toEqual({ kind: 'loading' });
  });

  it('names my shift and those of the others, and marks whom I chose', () => {
    const liu = { memberId: 'liu', name: '刘洋', crewName: '二值', slots: [MIDDLE] };
    const zhao = { memberId: 'zhao', name: '赵强', crewName: '二值', slots: [MIDDLE] };
    const wang = { memberId: 'wang', name: '王芳', crewName: null, slots: [] };
    expect(toProposeView(partners({ mine: [EARLY], partners: [liu, zhao, wang] }), 'liu')).toEqual({
      kind: 'propose',
      mine: '早班 08:00–14:00',
      groups: [
        {
          key: '二值 中班 14:00–20:00',
          title: '二值',
          note: '中班 14:00–20:00',
          people: [
            { memberId: 'liu', name: '刘洋', isOn: true },
            { memberId: 'zhao', name: '赵强', isOn: false },
          ],
        },
        {
          key: ' 不上班',
          title: '没有值',
          note: '不上班',
          people: [{ memberId: 'wang', name: '王芳', isOn: false }],
        },
      ],
      chosen: '刘洋',
    });
  });

  it('writes the day as people say it', () => {
    expect(dayLine(dayAfter(2), NOW_MS)).toBe('周五 3月13日');
  });
});

describe('a swap', () => {
  const seenBy = (memberId: string, given: Parameters<typeof aSwap>[0] = {}) =>
    toSwapView(aSwap(given), memberId, NOW_MS);

  it('asks the partner, with what each would work', () => {
    expect(seenBy('partner', { reason: '家里有事' })).toMatchObject({
      title: '周航想和你换班',
      state: '等答复',
      days: [{ text: '周四 3月19日', note: '你换成 中班 14:00–20:00，周航上早班' }],
      reason: '家里有事',
      canAnswer: true,
      canWithdraw: false,
    });
  });

  it('can be withdrawn by the proposer meanwhile', () => {
    expect(seenBy('me')).toMatchObject({
      title: '你想和刘洋换班',
      days: [{ note: '你换成 早班 08:00–14:00，刘洋上中班' }],
      note: '对方同意才算换，答复了会告诉你。',
      canAnswer: false,
      canWithdraw: true,
    });
  });

  it('can be withdrawn by either once it is agreed, and says who has seen it', () => {
    for (const memberId of ['me', 'partner']) {
      expect(seenBy(memberId, { state: 'agreed', seenByName: '林静' })).toMatchObject({
        title: memberId === 'me' ? '你和刘洋换班' : '你和周航换班',
        state: '已换',
        seen: '林静看过了',
        canWithdraw: true,
      });
    }
  });

  it.each(['declined', 'withdrawn'] as const)('that was %s leaves nothing to do', (state) => {
    expect(seenBy('partner', { state })).toMatchObject({
      note: '班没有变，按原来的上。',
      canAnswer: false,
      canWithdraw: false,
    });
  });

  it('stands as it is from its first day on, and without an answer by then is none', () => {
    const days = [dayAfter(0), dayAfter(1)];
    expect(seenBy('me', { state: 'agreed', days })).toMatchObject({ canWithdraw: false });
    expect(seenBy('partner', { days })).toMatchObject({
      state: '没换成',
      note: '到了那天还没有答复，没有换成，班不变。',
      canAnswer: false,
    });
  });

  it('tells rest and days of which nothing was kept', () => {
    const takes = [{ day: dayAfter(8), proposer: [REST], partner: [] }];
    expect(seenBy('me', { takes })).toMatchObject({ days: [{ note: '你换成 休息，刘洋休息' }] });
    expect(seenBy('me', { takes: [] })).toMatchObject({ days: [{ note: '' }] });
  });
});
