import {
  easierText,
  openQuestion,
  toOpenView,
  warningOf,
} from '../../../../../miniprogram/packages/star-office/open-poll/open-poll.view';
import {
  endOf,
  firstForm,
  standsAgain,
  hoursAsked,
  isLowered,
  mostNames,
  termsSent,
  withAnswer,
  type PollToOpen,
} from '../../../../../miniprogram/packages/star-office/open-poll/poll-form';
import { localDay } from '../../../../../domain/time/local-day';
import { aCrew, aShownPoll } from '../../../../builders/phone/poll';
import { at, NOW_MS } from '../../../../builders/phone/study';

const toOpen = (plan: Partial<PollToOpen> = {}): PollToOpen => ({
  round: 1,
  candidates: aShownPoll().candidates,
  entitled: 30,
  crews: [aCrew('一值', { doneMinutes: 0, stretchMinutes: [], readyAtMs: at('17:30') })],
  earliestAtMs: at('17:30'),
  ...plan,
});

test('the end is three days from now at 18:00, or later where a crew needs it', () => {
  expect(withAnswer(firstForm, toOpen(), NOW_MS)).toMatchObject({
    day: '2026-03-14',
    time: '18:00',
  });
  const late = toOpen({ earliestAtMs: at('20:30', localDay('2026-03-15')) });
  expect(withAnswer(firstForm, late, NOW_MS)).toMatchObject({ day: '2026-03-15', time: '21:00' });
  // To the minute it would be too early by the seconds of it, and by what it takes to press.
  const seconds = toOpen({ earliestAtMs: at('23:40', localDay('2026-03-15')) + 37_000 });
  expect(withAnswer(firstForm, seconds, NOW_MS)).toMatchObject({
    day: '2026-03-16',
    time: '01:00',
  });
});

test('an end that was chosen stays', () => {
  const form = { ...firstForm, day: '2026-03-12', time: '09:00' };
  expect(withAnswer(form, toOpen(), NOW_MS)).toEqual(form);
  expect(endOf(form)).toBe(at('9:00', localDay('2026-03-12')));
});

test('the page says who stands, how many can vote, and from when it may end', () => {
  const form = withAnswer(firstForm, toOpen(), NOW_MS);
  const state = { kind: 'known', output: toOpen(), asOfAtMs: null } as const;
  expect(toOpenView(state, '2026-02', form, NOW_MS)).toMatchObject({
    title: '2月之星投票',
    note: expect.stringMatching(/^现在有 30 人能投/u),
    candidates: [{ text: '1. 许文静 · 一值' }, {}, {}, {}],
    names: 1,
    canFewer: false,
    canMore: true,
    endDayText: '周六 3月14日',
    firstDay: '2026-03-11',
    lastDay: '2026-03-25',
    earliest: '今天 17:30',
    missing: { title: '一值还差 6 小时' },
  });
});

test('R-170 whoever opens it reads how many of the roll cannot vote yet, and what to do', () => {
  const unbound = (plan: Partial<PollToOpen>) => {
    const state = { kind: 'known', output: toOpen(plan), asOfAtMs: null } as const;
    const view = toOpenView(state, '2026-02', withAnswer(firstForm, toOpen(), NOW_MS), NOW_MS);
    return view.kind === 'content' ? view.unbound : view.kind;
  };
  expect(unbound({ unbound: 3 })).toMatch(/^名册里另有 3 人还没绑定微信.*邀请码/u);
  expect(unbound({ unbound: 0 })).toBe('');
  expect(unbound({})).toBe('');
});

test('R-180 who was struck off, which ended the last one, stands apart with why, and can be put back', () => {
  const struckOff = { name: '姚向阳', byName: '周卫国', reason: '本人不想参加了。' };
  const plan = toOpen({ struckOff, missing: [{ name: '姚向阳', why: 'withdrew' as const }] });
  const state = { kind: 'known', output: plan, asOfAtMs: null } as const;
  const form = withAnswer(firstForm, plan, NOW_MS);
  expect(standsAgain(form)).toEqual({});
  expect(toOpenView(state, '2026-02', form, NOW_MS)).toMatchObject({
    gone: [],
    struckOff: {
      text: '姚向阳上一轮被周卫国划掉了（本人不想参加了），不上选票。',
      action: '划错了，放回选票',
    },
  });
  const restored = { ...form, isRestored: true };
  expect(standsAgain(restored)).toEqual({ isRestored: true });
  expect(toOpenView(state, '2026-02', restored, NOW_MS)).toMatchObject({
    struckOff: { text: expect.stringContaining('放回了选票'), action: '还是不上选票' },
  });
});

test('who stood until now and is on this ballot no more is named, with why', () => {
  const missing = [
    { name: '韩立群', why: 'left-branch' as const },
    { name: '许文静', why: 'withdrew' as const },
  ];
  const gone = (plan: Partial<PollToOpen>) => {
    const state = { kind: 'known', output: toOpen(plan), asOfAtMs: null } as const;
    return toOpenView(state, '2026-02', firstForm, NOW_MS);
  };
  expect(gone({ missing })).toMatchObject({
    gone: ['韩立群已经不在这个支部，不上选票', '许文静退出了，不上选票'],
  });
  expect(gone({})).toMatchObject({ gone: [] });
});

test('who was struck off the poll that was called off, and stands again, is named, with the way out', () => {
  const back = (plan: Partial<PollToOpen>) => {
    const state = { kind: 'known', output: toOpen(plan), asOfAtMs: null } as const;
    const view = toOpenView(state, '2026-02', firstForm, NOW_MS);
    return view.kind === 'content' ? view.back : view.kind;
  };
  expect(back({ back: ['韩立群', '许文静'] })).toBe(
    '韩立群、许文静在取消的那一轮里被划掉过，这一轮又在选票上。本人不想参加，先请他到候选名单里退出，再开始投票。',
  );
  expect(back({})).toBe('');
});

test('a ballot cannot name everybody', () => {
  expect(mostNames(toOpen())).toBe(3);
  expect(mostNames({ candidates: aShownPoll().candidates.slice(0, 1) })).toBe(1);
});

test('what cannot be taken back is asked once more', () => {
  expect(openQuestion('周六 3月14日 18:00', '').content).toMatch(/^周六 3月14日 18:00 截止。/u);
});

describe('R-154 a list of one', () => {
  const [first] = aShownPoll().candidates;
  const one = { candidates: first === undefined ? [] : [first] };

  test('is said in plain words before the poll opens, and in the question', () => {
    const warning = warningOf(one, 'more-than-half');
    expect(warning).toMatch(/^候选人只有许文静一位，没有别人可选/u);
    expect(openQuestion('周六', warning).content).toMatch(/^候选人只有许文静一位/u);
    const state = { kind: 'known', output: toOpen(one), asOfAtMs: null } as const;
    expect(toOpenView(state, '2026-02', firstForm, NOW_MS)).toMatchObject({ warning });
  });

  test('where the most votes elect, one vote is enough, and that is said', () => {
    expect(warningOf(one, 'most-votes')).toContain('有一票写他就当选');
  });

  test('of two and more nothing is said', () => {
    expect(warningOf(toOpen(), 'most-votes')).toBe('');
    expect(warningOf({ candidates: aShownPoll().candidates.slice(0, 2) }, 'most-votes')).toBe('');
  });
});

describe('R-281 the rules that an opening chooses', () => {
  const terms = {
    awakeHours: 6,
    leastShown: 5,
    turnout: 'more-than-half' as const,
    areInherited: false,
    mostShown: 30,
  };
  const view = (form: Partial<typeof firstForm>, plan: Partial<PollToOpen>) => {
    const output = toOpen(plan);
    const filled = { ...withAnswer(firstForm, output, NOW_MS), ...form };
    const state = { kind: 'known', output, asOfAtMs: null } as const;
    return toOpenView(state, '2026-02', filled, NOW_MS) as Extract<
      ReturnType<typeof toOpenView>,
      { readonly kind: 'content' }
    >;
  };

  test('begin as usual, each between its bounds, with what follows in words', () => {
    expect(view({}, { terms }).terms).toMatchObject({
      inherited: '',
      hours: { value: 6, canFewer: true, canMore: true },
      countedNote: expect.stringContaining('也要满 5 票'),
      turnouts: [
        { value: 'more-than-half', title: '超过一半：至少 16 人投票才计票' },
        { value: 'two-thirds', title: '三分之二：至少 20 人投票才计票' },
        { value: 'four-fifths', title: '五分之四：至少 24 人投票才计票' },
      ],
    });
    expect(view({ awakeHours: 4 }, { terms }).terms?.hours.canFewer).toBe(false);
    expect(view({ awakeHours: 24 }, { terms }).terms?.hours.canMore).toBe(false);
  });

  test('R-355 of a small roll five have to vote, and of fewer who can vote yet that is said', () => {
    const titles = (plan: Partial<PollToOpen>) =>
      view({}, { terms, ...plan }).terms?.turnouts.map(({ title }) => title);
    expect(titles({ entitled: 7 })).toEqual([
      '超过一半：至少 5 人投票才计票',
      '三分之二：至少 5 人投票才计票',
      '五分之四：至少 6 人投票才计票',
    ]);
    expect(titles({ unbound: 8 })?.[2]).toBe('五分之四：至少 24 人投票才计票，现在只有 22 人能投');
  });

  test('R-355 of another round the number is that which the one before had, also above its share', () => {
    const had = { ...terms, areInherited: true, leastShown: 20 };
    expect(view({}, { terms: had }).terms?.inherited).toContain(
      '至少 20 人投票才计票；不到，什么都不公布',
    );
  });

  test('say how long a crew still needs by the hours that were chosen', () => {
    const asked = { terms: { ...terms, awakeHours: 8 } };
    expect(view({ awakeHours: 8 }, asked).missing?.title).toBe('一值还差 8 小时');
  });

  test('of another round are those of the one before, and are not sent', () => {
    const inherited = {
      ...terms,
      areInherited: true,
      awakeHours: 8,
      turnout: 'four-fifths' as const,
    };
    expect(view({}, { terms: inherited }).terms?.inherited).toBe(
      '跟上一轮一样：每个值 8 小时，至少 24 人投票才计票；不到，什么都不公布。',
    );
    expect(
      termsSent(toOpen({ terms: inherited }), { ...firstForm, turnout: 'four-fifths' }, ''),
    ).toEqual({});
    expect(termsSent(toOpen({ terms }), firstForm, '')).toEqual({
      awakeHours: 6,
      leastShown: 5,
      turnout: 'more-than-half',
    });
  });

  test('of another round may ask for fewer voters where too few had voted, with a reason', () => {
    const tooFew = {
      ...terms,
      areInherited: true,
      turnout: 'four-fifths' as const,
      lowerTo: ['more-than-half' as const, 'two-thirds' as const],
    };
    const output = toOpen({ terms: tooFew });
    const shown = view({}, { terms: tooFew }).terms;
    expect(shown).toMatchObject({
      inherited: '跟上一轮一样：每个值 6 小时。',
      lower: '上一轮投的人不够，没有计票。这一轮可以降低，要写明原因，大家都看得到。',
    });
    expect(shown?.turnouts).toHaveLength(3);
    const asBefore = withAnswer(firstForm, output, NOW_MS);
    expect(isLowered(output, asBefore)).toBe(false);
    expect(termsSent(output, asBefore, '')).toEqual({});
    const lower = { ...asBefore, turnout: 'two-thirds' as const };
    expect(isLowered(output, lower)).toBe(true);
    expect(termsSent(output, lower, '请假的多')).toEqual({
      turnout: 'two-thirds',
      lowerBecause: '请假的多',
    });
    expect(view({}, { terms: { ...tooFew, lowerTo: [] } }).terms?.turnouts).toHaveLength(1);
  });

  test('are not offered where the function knows of no choice', () => {
    expect(view({}, {}).terms).toBeNull();
    expect(hoursAsked(withAnswer(firstForm, toOpen(), NOW_MS))).toEqual({});
    expect(hoursAsked(withAnswer(firstForm, toOpen({ terms }), NOW_MS))).toEqual({ awakeHours: 6 });
    expect(termsSent(toOpen(), firstForm, '')).toEqual({});
  });

  test('an end that comes before the hours that were chosen is put off to them', () => {
    const form = { ...firstForm, day: '2026-03-12', time: '09:00' };
    const late = toOpen({ terms, earliestAtMs: at('20:30', localDay('2026-03-15')) });
    expect(withAnswer(form, late, NOW_MS)).toMatchObject({ day: '2026-03-15', time: '21:00' });
  });
});

test('R-281 a later round begins with how the last one was counted, and what makes it easier is said and has a reason', () => {
  const terms = {
    awakeHours: 6,
    leastShown: 5,
    turnout: 'more-than-half' as const,
    areInherited: true,
    mostShown: 24,
  };
  const rules = { choice: 'exactly', electedBy: 'more-than-half', tie: 'lot' } as const;
  const output = toOpen({ terms, rules });
  const form = withAnswer(firstForm, output, NOW_MS);
  expect(form).toMatchObject(rules);
  expect(easierText(output, form)).toBe('');
  const easier = { ...form, electedBy: 'most-votes' as const };
  expect(easierText(output, easier)).toBe('改成票数最高就当选');
  expect(termsSent(output, easier, '请假的多')).toEqual({ easeBecause: '请假的多' });
  const eased = (which: typeof form) => {
    const view = toOpenView({ kind: 'known', output, asOfAtMs: null }, '2026-02', which, NOW_MS);
    return view.kind === 'content' ? view.eased : view.kind;
  };
  expect(eased(form)).toBe('');
  expect(eased(easier)).toContain('要写明原因');
});
