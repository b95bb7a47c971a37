import {
  dayLine,
  toProposeView,
  toSwapView,
  type Partners,
} from '../../../../../miniprogram/packages/roster/swap/swap.view';
import { instantOf } from '../../../../../domain/time/local-day';
import {
  aRoster,
  aSwap,
  EARLY,
  FRONT_NIGHT,
  MIDDLE,
  REST,
} from '../../../../builders/phone/roster';
import { dayAfter, NOW_MS } from '../../../../builders/phone/study';

const DAY = dayAfter(8);
const WORKED = aRoster().days;
const choice = (partnerId = '', query = '') => ({ day: DAY, partnerId, query });
const proposing = (output: Partners, ...given: Parameters<typeof choice>) =>
  toProposeView(partners(output), choice(...given), WORKED, NOW_MS);
const partners = (output: Partners) => ({ kind: 'known', output, asOfAtMs: null }) as const;

describe('proposing a swap', () => {
  it('waits for whom it is possible with', () => {
    expect(toProposeView({ kind: 'loading' }, choice(), WORKED, NOW_MS)).toEqual({
      kind: 'loading',
    });
  });

  it('names my shift and those of the others, and marks whom I chose', () => {
    const liu = { memberId: 'liu', name: '刘洋', crewName: '二值', slots: [MIDDLE] };
    const zhao = { memberId: 'zhao', name: '赵强', crewName: '二值', slots: [MIDDLE] };
    const wang = { memberId: 'wang', name: '王芳', crewName: null, slots: [] };
    expect(proposing({ mine: [EARLY], partners: [liu, zhao, wang] }, 'liu')).toEqual({
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
      nobody: '',
      canSearch: false,
      chosen: '刘洋',
      after: '你换成中班 14:00–20:00，刘洋上早班',
      rest: {
        lines: ['周四 3月19日：上班前休息 12 小时，下班后休息 12 小时'],
        warning: '',
      },
      limit: '周四 3月19日 8:00',
    });
  });

  it('warns of less than eleven hours between two shifts of mine', () => {
    const early = { ...EARLY, startMinute: 300 };
    const night = { memberId: 'liu', name: '刘洋', crewName: '二值', slots: [early] };
    expect(proposing({ mine: [EARLY], partners: [night] }, 'liu')).toMatchObject({
      rest: {
        lines: ['周四 3月19日：上班前休息 3 小时，下班后休息 21 小时'],
        warning: '休息不到 11 小时（参照欧盟工时标准），想好再换。',
      },
    });
  });

  it('finds people by name or crew where there are many', () => {
    const people = Array.from({ length: 9 }, (_, n) => ({
      memberId: `p${n}`,
      name: n === 8 ? '买买提·艾力' : `刘${n}`,
      crewName: '二值',
      slots: [MIDDLE],
    }));
    const found = (query: string) => {
      const view = proposing({ mine: [EARLY], partners: people }, '', query);
      return view.kind === 'propose' ? [view.groups[0]?.people.length ?? 0, view.nobody] : [];
    };
    expect(found('')).toEqual([9, '']);
    expect(found('买买提艾力')).toEqual([1, '']);
    expect(found('二值')).toEqual([9, '']);
    expect(found('王')).toEqual([0, '没有找到这个人，换个姓名或值试试。']);
  });

  it('writes the day as people say it', () => {
    expect(dayLine(dayAfter(2), NOW_MS)).toBe('周五 3月13日');
  });
});

describe('a swap', () => {
  const seenBy = (memberId: string, given: Parameters<typeof aSwap>[0] = {}) =>
    toSwapView(aSwap(given), memberId, WORKED, NOW_MS);

  it('asks the partner, with what each would work', () => {
    expect(seenBy('partner', { reason: '家里有事' })).toMatchObject({
      title: '周航想和你换班',
      state: '等答复',
      days: [{ text: '周四 3月19日', note: '你换成中班 14:00–20:00，周航上早班' }],
      reason: '家里有事',
      canAnswer: true,
      canWithdraw: false,
    });
  });

  it('can be withdrawn by the proposer meanwhile', () => {
    expect(seenBy('me')).toMatchObject({
      title: '你想和刘洋换班',
      days: [{ note: '你换成早班 08:00–14:00，刘洋上中班' }],
      note: '对方周四 3月19日 8:00 前同意才算换，答复了会告诉你。',
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
      note: '没有换成，按你倒班表上的班上。',
      canAnswer: false,
      canWithdraw: false,
    });
  });

  it('lives until the first of the two shifts begins, also on its day', () => {
    const takes = [{ day: dayAfter(0), proposer: [FRONT_NIGHT], partner: [REST] }];
    const today = { days: [dayAfter(0)], takes };
    const at = (minute: number, given: Parameters<typeof aSwap>[0] = {}) =>
      toSwapView(aSwap({ ...today, ...given }), 'partner', WORKED, instantOf(dayAfter(0), minute));
    expect(at(20 * 60 - 1)).toMatchObject({ state: '等答复', canAnswer: true });
    expect(at(20 * 60)).toMatchObject({
      state: '没换成',
      note: '到今天 20:00 还没有答复，没有换成，班不变。',
      canAnswer: false,
      rest: { lines: [], warning: '' },
    });
    expect(at(20 * 60 - 1, { state: 'agreed' })).toMatchObject({ canWithdraw: true });
    expect(at(20 * 60, { state: 'agreed' })).toMatchObject({ canWithdraw: false });
  });

  it('tells whoever answers what they would rest', () => {
    expect(seenBy('partner')).toMatchObject({ rest: { warning: '' } });
    expect(seenBy('partner', { state: 'declined' })).toMatchObject({ rest: { lines: [] } });
  });

  it('tells rest and days of which nothing was kept', () => {
    const takes = [{ day: dayAfter(8), proposer: [REST], partner: [] }];
    expect(seenBy('me', { takes })).toMatchObject({ days: [{ note: '你换成休息，刘洋休息' }] });
    expect(seenBy('me', { takes: [] })).toMatchObject({ days: [{ note: '' }] });
  });
});
