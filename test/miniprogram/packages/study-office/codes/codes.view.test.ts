import {
  closeQuestion,
  isOutdated,
  needsMore,
  nextPollMs,
  refusedView,
  toCodesHead,
  toCountView,
} from '../../../../../miniprogram/packages/study-office/codes/codes.view';
import {
  aLine,
  aPublicSitting,
  aRoll,
  aStudy,
  presenterAnswer,
} from '../../../../builders/phone/register';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

describe('the count under the code', () => {
  it('counts those who are in, late ones too, of everybody asked', () => {
    const lines = [
      aLine({ memberId: 'a', state: 'attended', name: '周立新', atMs: NOW_MS - 90_000 }),
      aLine({ memberId: 'b', state: 'late', name: '孙玉梅', atMs: NOW_MS - 5_000 }),
      aLine({ memberId: 'c', state: 'on-duty' }),
      aLine({ memberId: 'd', state: 'excused' }),
      aLine({ memberId: 'e' }),
      aLine({ memberId: 'f', state: 'newer' }),
      aLine({ memberId: 'g', state: 'asleep' }),
    ];
    expect(toCountView(aRoll({ lines }))).toEqual({
      inCount: 2,
      expected: 7,
      percent: 28.6,
      latest: '刚刚：孙玉梅',
      others: '在岗 1 · 睡觉时间 1 · 请假 1 · 新状态 1',
    });
  });

  it('does not say just now of somebody who came a minute ago', () => {
    const lines = [aLine({ state: 'attended', atMs: NOW_MS - 60_000 })];
    expect(toCountView(aRoll({ lines })).latest).toBe('最近：周立新');
  });

  it('of nobody is nought, not a fault', () => {
    expect(toCountView(aRoll({ lines: [] }))).toMatchObject({ percent: 0, latest: '', others: '' });
  });
});

describe('codes on the screen', () => {
  const window = aPublicSitting();
  const isOver = (given: Parameters<typeof aStudy>[0]) =>
    isOutdated(aStudy(given), window.sittingId, window);

  it('stay while the sitting is what they were handed out for', () => {
    expect(isOver({})).toBe(false);
  });

  it.each([
    ['somebody else closes the sitting', { sittings: [aPublicSitting({ closedAtMs: NOW_MS })] }],
    ['the study is cancelled', { state: 'cancelled' as const }],
    ['the sitting is moved', { sittings: [aPublicSitting({ startAtMs: at('16:00') })] }],
    ['the sitting is taken out', { sittings: [] }],
  ])('are asked for anew when %s', (_, given) => {
    expect(isOver(given)).toBe(true);
  });
});

describe('the question before check-in is ended', () => {
  const { sittingId, startAtMs } = aPublicSitting();
  const lines = [aLine(), aLine({ memberId: 'b' }), aLine({ memberId: 'c', state: 'on-duty' })];
  const asked = (given: Parameters<typeof aRoll>[0], nowMs = startAtMs) =>
    closeQuestion(aRoll({ lines, ...given }), sittingId, nowMs).content;

  it('names how many will be absent for good', () => {
    expect(asked({})).toMatch(/^结束后未签到的 2 人记缺席，不能再打开签到。/u);
  });

  it('says that the meeting has not begun', () => {
    expect(asked({}, startAtMs - 1)).toMatch(/^今天 14:00 才开始。结束后未签到的 2 人记缺席/u);
  });

  it('makes nobody absent while another sitting is ahead', () => {
    const next = aPublicSitting({ sittingId: 'next', startAtMs: at('14:00', dayAfter(3)) });
    expect(asked({ study: aStudy({ sittings: [aPublicSitting(), next] }) })).toMatch(
      '未签到的 2 人还可以去另外 1 场',
    );
  });

  it('counts nobody when all are in, nor before the roll is known', () => {
    expect(asked({ lines: [] })).not.toMatch('缺席');
    expect(closeQuestion(undefined, sittingId, NOW_MS).content).toMatch('不能再打开签到');
  });
});

it('the roll is asked for every four seconds, and ever more seldom while nobody answers', () => {
  expect([0, 1, 2, 3, 4, 9].map((failures) => nextPollMs(true, failures))).toEqual([
    4_000, 8_000, 16_000, 32_000, 60_000, 60_000,
  ]);
});

it('nobody can come in before opening and after closing, so a minute is soon enough', () => {
  expect(nextPollMs(false, 0)).toBe(60_000);
});

it('codes are fetched when they run out, not when they last until closing', () => {
  const slots = [0, 15_000].map((startAtMs) => ({ startAtMs, payload: 'p' }));
  expect(needsMore(slots, 30_000, 1_000)).toBe(false);
  expect(needsMore(slots, 60_000, 1_000)).toBe(true);
  expect(needsMore(slots, 30_000, 31_000)).toBe(true);
  expect(needsMore([], 30_000, 0)).toBe(true);
});

it('a code that is shown before its time says from when it is taken', () => {
  const answer = presenterAnswer();
  expect(toCodesHead(answer, NOW_MS).early).toBe('明天 13:45 起才收签到');
  expect(toCodesHead(answer, at('13:45', dayAfter(1)))).toEqual({
    topic: '支部组织生活怎么开',
    line: '今天 14:00 · 集控楼二楼会议室',
    early: '',
    hint: '每 15 秒换一次，旧截图无效。屏幕不会熄。',
  });
});

describe('codes of a sitting that is over', () => {
  const detail = { closedAtMs: at('11:40') };
  const closed = { ok: false, code: 'closed', detail, requestId: 'r' } as const;

  it('offers no try that cannot help, and names the day once it is another one', () => {
    expect(refusedView(closed, at('16:00'))).toMatchObject({
      kind: 'empty',
      text: expect.stringContaining('已在 11:40 截止') as string,
    });
    expect(refusedView(closed, at('1:00', dayAfter(1)))).toMatchObject({
      text: expect.stringContaining('已在昨天 11:40 截止') as string,
    });
  });
});
