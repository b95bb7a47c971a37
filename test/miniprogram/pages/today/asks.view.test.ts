import { asksOf, sittingOf } from '../../../../miniprogram/pages/today/asks.view';
import {
  aMyStudy,
  aSitting,
  at,
  dayAfter,
  fiveCrewDays,
  NOW_MS,
} from '../../../builders/phone/study';

const days = fiveCrewDays();
const asks = (studies: Parameters<typeof asksOf>[0], nowMs = NOW_MS) =>
  asksOf(studies, [], days, nowMs);

describe('what is asked today', () => {
  it('is an answer, with the deadline in my days and what follows from doing nothing', () => {
    expect(asks([aMyStudy()])).toMatchObject([
      {
        kindText: '主题党日',
        topic: '支部组织生活怎么开',
        where: '明天 14:00–14:40 · 集控楼二楼会议室',
        badge: { text: '你休息，可参加', tone: 'ok' },
        due: '明天 14:00 前',
        dueAct: '回复',
        otherwise: '你的休息日。不回复按不来安排，到时也可以来签到。',
        actText: '我参加',
        otherText: '来不了',
      },
    ]);
  });

  it('offers another sitting when there is one', () => {
    const sittings = [
      aSitting(),
      aSitting({ sittingId: 'sitting-2', startAtMs: at('9:00', dayAfter(6)) }),
    ];
    expect(asks([aMyStudy({ sittings })])[0]?.otherText).toBe('换一场');
  });

  it('picks the sitting that fits best, not the earliest', () => {
    const onDuty = aSitting({
      sittingId: 'early',
      startAtMs: at('9:00', dayAfter(1)),
      fit: 'on-duty',
    });
    const asleep = aSitting({
      sittingId: 'asleep',
      startAtMs: at('10:00', dayAfter(1)),
      fit: 'asleep',
    });
    const free = aSitting({ sittingId: 'free', startAtMs: at('14:00', dayAfter(2)) });
    expect(asks([aMyStudy({ sittings: [onDuty, asleep, free] })])[0]?.sittingId).toBe('free');
  });

  it('asks nothing of somebody who is on duty in every sitting', () => {
    expect(asks([aMyStudy({ sittings: [aSitting({ fit: 'on-duty' })] })])).toEqual([]);
  });

  it.each([
    ['an answer was given', { chosenSittingId: 'sitting-1' }],
    ['leave was asked', { state: 'excused' as const }],
    ['leave was asked again', { leave: { standing: 'waiting' as const, answer: null } }],
    ['the person is in', { state: 'attended' as const }],
    ['the study is cancelled', { isCancelled: true }],
  ])('asks nothing when %s', (_, given) => {
    expect(asks([aMyStudy(given)])).toEqual([]);
  });

  it('stops asking for an answer at the minute of the start', () => {
    const startAtMs = at('14:00', dayAfter(1));
    const closed = { opensAtMs: startAtMs + 1, closesAtMs: startAtMs + 2 };
    const study = aMyStudy({ sittings: [aSitting({ startAtMs, ...closed })] });
    expect(asks([study], startAtMs - 1)).toHaveLength(1);
    expect(asks([study], startAtMs)).toEqual([]);
  });
});

describe('a message to answer', () => {
  const swap = {
    messageId: 'message-1',
    title: '陈磊想和你换班',
    body: '3月12日你上 08:00–14:00。',
    page: 'packages/roster/swap/swap?swapId=s1',
    untilAtMs: at('8:00', dayAfter(1)),
    otherwise: '不答复就没有换成，班不变。',
  };
  const asked = (nowMs = NOW_MS) => asksOf([], [swap], days, nowMs);

  it('is asked with its limit, what follows from nothing, and the page where it is answered', () => {
    expect(asked()).toMatchObject([
      {
        topic: '陈磊想和你换班',
        where: '3月12日你上 08:00–14:00。',
        due: '明天 8:00 前',
        dueAct: '答复',
        otherwise: '不答复就没有换成，班不变。',
        act: 'open',
        page: swap.page,
      },
    ]);
  });

  it('says what is to be done, where the function says it', () => {
    const draft = { ...swap, act: '发布' };
    expect(asksOf([], [draft], days, NOW_MS)).toMatchObject([
      { kindText: '请你发布', dueAct: '发布', actText: '去发布' },
    ]);
  });

  it('says the end of a day as its words do', () => {
    const makeUp = { ...swap, untilAtMs: at('23:59', dayAfter(8)) };
    expect(asksOf([], [makeUp], days, NOW_MS)[0]?.due).toMatch(/ 24:00 前$/u);
  });

  it('is asked up to its limit', () => {
    expect(asked(swap.untilAtMs - 1)).toHaveLength(1);
    expect(asked(swap.untilAtMs)).toEqual([]);
  });

  it('stands among the studies by its limit', () => {
    const both = asksOf([aMyStudy()], [swap], days, NOW_MS);
    expect(both.map(({ act }) => act)).toEqual(['open', 'come']);
  });
});

describe('an open check-in', () => {
  const startAtMs = at('10:00');
  const open = aMyStudy({ studyId: 'open', sittings: [aSitting({ startAtMs })] });

  it('comes before everything else, whatever the order of the studies', () => {
    expect(asks([aMyStudy(), open], at('10:01')).map(({ act }) => act)).toEqual([
      'check-in',
      'come',
    ]);
  });

  it('says until when it counts as in time, then until when it is possible at all', () => {
    expect(asks([open], at('10:04'))[0]).toMatchObject({ due: '10:05 前', dueAct: '签到算准时' });
    expect(asks([open], at('10:05'))[0]).toMatchObject({
      due: '10:40 前',
      dueAct: '签到，记为迟到',
    });
  });

  it('is asked from its opening up to its closing', () => {
    const isAsked = (time: string) => asks([open], at(time)).some(({ act }) => act === 'check-in');
    expect([isAsked('9:44'), isAsked('9:45'), isAsked('10:39'), isAsked('10:40')]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('says the day of a time that is not today', () => {
    const late = aSitting({ startAtMs: at('23:55'), lateAfterAtMs: at('0:10', dayAfter(1)) });
    expect(asks([aMyStudy({ sittings: [late] })], at('23:56'))[0]?.due).toBe('明天 0:10 前');
  });

  it('is not asked of somebody on duty, unless they said that they come', () => {
    const sittings = [aSitting({ startAtMs, fit: 'on-duty' })];
    const study = aMyStudy({ sittings });
    expect(asks([study], at('10:01'))).toEqual([]);
    const coming = aMyStudy({ sittings, chosenSittingId: 'sitting-1' });
    expect(asks([coming], at('10:01'))).toHaveLength(1);
  });
});

describe('an open check-in with another sitting ahead', () => {
  const open = (fit: 'free' | 'after-night') => aSitting({ startAtMs: at('10:00'), fit });
  const tomorrow = (fit: 'free' | 'on-duty') =>
    aSitting({ sittingId: 'tomorrow', startAtMs: at('16:00', dayAfter(1)), fit });
  const asked = (sittings: ReturnType<typeof aSitting>[], chosenSittingId: string | null = null) =>
    asks([aMyStudy({ sittings, chosenSittingId })], at('10:01'));

  it('names the other one to somebody who cannot make it', () => {
    expect(asked([open('free'), tomorrow('free')])).toMatchObject([
      { act: 'check-in', otherwise: '没赶上这场，还可以去明天 16:00 的那场。' },
    ]);
    expect(asked([open('free'), tomorrow('on-duty')])[0]?.otherwise).toBe(
      '没签到先记为未参加，有原因可请书记更正。',
    );
  });

  it('does not name the open one before it has begun', () => {
    const asks950 = (sittings: ReturnType<typeof aSitting>[]) =>
      asks([aMyStudy({ sittings })], at('9:50'))[0]?.otherwise;
    expect(asks950([open('free'), tomorrow('free')])).toBe(
      '没赶上这场，还可以去明天 16:00 的那场。',
    );
    expect(asks950([open('free')])).toBe('没签到先记为未参加，有原因可请书记更正。');
  });

  it('leaves somebody who came off the night in bed, and asks about the other one', () => {
    expect(asked([open('after-night'), tomorrow('free')])).toMatchObject([
      { act: 'come', sittingId: 'tomorrow' },
    ]);
    expect(asked([open('after-night'), tomorrow('on-duty')])).toMatchObject([{ act: 'check-in' }]);
  });

  it('is not asked of somebody who said that they come to the other one', () => {
    expect(asked([open('free'), tomorrow('free')], 'tomorrow')).toEqual([]);
  });
});

describe('the sitting that concerns a person', () => {
  it('is the chosen one, even when another fits better', () => {
    const chosen = aSitting({ sittingId: 'chosen', fit: 'asleep' });
    const study = aMyStudy({ sittings: [aSitting(), chosen], chosenSittingId: 'chosen' });
    expect(sittingOf(study, NOW_MS)?.sittingId).toBe('chosen');
  });

  it('is none when all are over', () => {
    expect(sittingOf(aMyStudy(), at('23:00', dayAfter(1)))).toBeUndefined();
  });
});
