import { asksOf } from '../../../../miniprogram/pages/today/asks.view';
import { swapAsks } from '../../../../miniprogram/pages/today/swap-asks.view';
import { instantOf } from '../../../../domain/time/local-day';
import { aSwap } from '../../../builders/phone/roster';
import { aMyStudy, dayAfter, NOW_MS } from '../../../builders/phone/study';

const DAY = dayAfter(8);

describe('a swap that waits for my answer', () => {
  it('is asked on the today page, with its limit', () => {
    expect(swapAsks([aSwap()], 'partner', NOW_MS)).toMatchObject([
      {
        key: 'swap-1',
        kindText: '换班',
        topic: '周航想和你换班',
        where: '周四 3月19日 · 你换成 中班 14:00–20:00，周航上早班',
        due: '周四 3月19日 8:00 前',
        dueAct: '答复',
        act: 'answer-swap',
      },
    ]);
  });

  it.each([
    ['mine to wait for', aSwap(), 'me', NOW_MS],
    ['answered', aSwap({ state: 'agreed' }), 'partner', NOW_MS],
    ['over', aSwap(), 'partner', instantOf(DAY, 8 * 60)],
  ])('that is %s is not', (_, swap, memberId, nowMs) => {
    expect(swapAsks([swap], memberId, nowMs)).toEqual([]);
  });

  it('stands among studies by its limit', () => {
    const swaps = swapAsks([aSwap()], 'partner', NOW_MS);
    const keys = asksOf([aMyStudy()], [], NOW_MS, swaps).map(({ key }) => key);
    expect(keys).toHaveLength(2);
    expect(keys.at(-1)).toBe('swap-1');
  });
});
