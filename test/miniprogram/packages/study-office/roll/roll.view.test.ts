import fc from 'fast-check';
import type { AttendanceState } from '../../../../../contract/study/study-shapes';
import {
  toRollView,
  type RollChoice,
} from '../../../../../miniprogram/packages/study-office/roll/roll.view';
import { aLine, aPublicSitting, aRoll, aStudy } from '../../../../builders/phone/register';
import { at, dayAfter, fiveCrewDays } from '../../../../builders/phone/study';

const START_MS = at('14:00', dayAfter(1));
const all: RollChoice = { query: '', unfolded: [], canCorrect: true, sittingId: '', memberId: '' };
const [, , , middle] = fiveCrewDays();

const STATES: readonly AttendanceState[] = [
  'attended',
  'late',
  'excused',
  'on-duty',
  'asleep',
  'made-up',
  'absent',
  'to-confirm',
  'expected',
  'newer',
];

describe('the register while it is open', () => {
  const lines = [
    aLine({ memberId: '1', name: '韩立群', crewName: '五值', shift: middle ?? null }),
    aLine({
      memberId: '2',
      name: '高远',
      state: 'late',
      way: 'by-hand',
      atMs: START_MS,
      reason: '交接班晚',
    }),
    aLine({ memberId: '3', state: 'attended', way: 'scan', atMs: START_MS - 300_000 }),
    aLine({ memberId: '4', state: 'on-duty' }),
    aLine({ memberId: '5', state: 'to-confirm', way: 'offline-scan', atMs: START_MS }),
  ];
  const view = toRollView(aRoll({ nowMs: START_MS + 20 * 60_000, lines }), all);

  it('says when, how long it has been running and how many are asked', () => {
    expect(view.line).toBe('今天 14:00 · 已开始 20 分钟 · 应到 5 人');
  });

  it('puts who is missing first and folds those on duty', () => {
    expect(view.groups.map(({ title, count, people }) => [title, count, people.length])).toEqual([
      ['未到', 1, 1],
      ['待确认', 1, 1],
      ['迟到', 1, 1],
      ['已到', 1, 1],
      ['在岗', 1, 0],
    ]);
  });

  it('says of each person what is known', () => {
    const notes = view.groups.flatMap(({ people }) => people.map(({ note, act }) => [note, act]));
    expect(notes).toEqual([
      ['五值 · 中班 14–20 点', '登记'],
      ['14:00 离线扫码', '确认'],
      ['14:00 手工登记 · 交接班晚', ''],
      ['13:55 扫码', ''],
    ]);
  });
});

describe('folding and searching', () => {
  const lines = Array.from({ length: 8 }, (_, index) =>
    aLine({
      memberId: `m-${index}`,
      name: `党员${index}`,
      state: 'attended',
      atMs: START_MS + index,
    }),
  );
  const attended = (choice: Partial<RollChoice>) =>
    toRollView(aRoll({ lines }), { ...all, ...choice }).groups[0];

  it('shows three of those who are in and says how many more', () => {
    expect(attended({})).toMatchObject({
      count: 8,
      folded: 5,
      foldText: '还有 5 人',
      canFold: true,
    });
    expect(attended({ unfolded: ['attended'] })).toMatchObject({ folded: 0, foldText: '收起' });
  });

  it('finds by name, folds nothing then, and says when there is nobody', () => {
    for (const query of ['党员7', '党员７', ' 党 员7\u200b']) {
      expect(attended({ query })?.people.map(({ name }) => name)).toEqual(['党员7']);
    }
    expect(toRollView(aRoll({ lines }), { ...all, query: '没有' }).isSearchEmpty).toBe(true);
  });
});

it('says until when somebody can make it up, and when they have', () => {
  const dayMs = 86_400_000;
  const noteWith = (
    makeUp: { untilAtMs: number; doneAtMs: number | null },
    state: 'absent' | 'made-up' = 'absent',
  ) =>
    toRollView(
      aRoll({
        nowMs: START_MS + dayMs,
        isFinal: true,
        lines: [aLine({ state, shift: null, makeUp })],
      }),
      all,
    ).groups[0]?.people[0]?.note;
  const untilAtMs = START_MS + 3 * dayMs;
  expect(noteWith({ untilAtMs, doneAtMs: null })).toMatch(/补学 周六 3月14日 前$/u);
  expect(noteWith({ untilAtMs: START_MS, doneAtMs: null })).toMatch(/ 截止了$/u);
  expect(noteWith({ untilAtMs, doneAtMs: START_MS + dayMs / 2 }, 'made-up')).toMatch(/已补学$/u);
});

describe('the register when it is final', () => {
  const correction = {
    from: 'absent' as const,
    to: 'attended' as const,
    reason: '手机没电',
    byName: '林致远',
    atMs: START_MS + 3_600_000,
  };
  const lines = [
    aLine({ memberId: '1', state: 'absent' }),
    aLine({ memberId: '2', name: '高远', state: 'attended', corrections: [correction] }),
  ];
  const reply = aRoll({ nowMs: START_MS + 7_200_000, isFinal: true, lines });

  it('calls the missing absent and offers a correction to those who may make one', () => {
    expect(toRollView(reply, all).groups[0]).toMatchObject({
      title: '缺席',
      people: [{ act: '更正' }],
    });
    const others = toRollView(reply, { ...all, canCorrect: false });
    expect(others.groups[0]?.people[0]).toMatchObject({ act: '', canOpen: false });
  });

  it('lists each correction with time, name, what it changed and why', () => {
    expect(toRollView(reply, all).groups[1]?.people[0]?.corrections).toEqual([
      '今天 15:00 林致远：缺席改为已到，手机没电',
    ]);
  });
});

describe('a study with several sittings', () => {
  const tomorrow = at('9:30', dayAfter(2));
  const sittings = [
    aPublicSitting(),
    aPublicSitting({ sittingId: 'sitting-2', startAtMs: tomorrow }),
  ];
  const lines = [
    aLine({ memberId: '1', name: '周立新' }),
    aLine({ memberId: '2', name: '高远', sittingId: 'sitting-2' }),
    aLine({ memberId: '3', state: 'attended', way: 'scan', atMs: 1, sittingId: 'sitting-1' }),
    aLine({ memberId: '4', state: 'on-duty' }),
  ];
  const reply = aRoll({ nowMs: START_MS, study: aStudy({ sittings }), lines });
  const countsOf = (choice: Partial<RollChoice>) =>
    toRollView(reply, { ...all, ...choice }).groups.map(({ title, count }) => [title, count]);

  it('is looked at by sitting: nobody who comes to another one is missing', () => {
    expect(countsOf({ sittingId: 'sitting-1' })).toEqual([
      ['未到', 1],
      ['已到', 1],
      ['别场', 1],
      ['在岗', 1],
    ]);
    expect(countsOf({ sittingId: 'sitting-2' })).toEqual([
      ['未到', 2],
      ['别场', 1],
      ['在岗', 1],
    ]);
    const { groups } = toRollView(reply, { ...all, sittingId: 'sitting-1', query: '高远' });
    expect(groups[0]?.people[0]?.note).toBe('二值 · 选了明天 9:30 那场');
    const there = toRollView(reply, { ...all, sittingId: 'sitting-2', query: '高远' });
    expect(there.groups[0]?.people[0]?.note).toBe('二值 · 说了要来');
  });

  it('over all of them calls nobody missing while one is ahead', () => {
    expect(countsOf({})[0]).toEqual(['还没来', 2]);
    const { sittings: pills } = toRollView(reply, all);
    expect(pills.map(({ text, isOn }) => [text, isOn])).toEqual([
      ['全部场次', true],
      ['今天 14:00', false],
      ['明天 9:30', false],
    ]);
  });

  it('has one register once it is final', () => {
    const final = toRollView({ ...reply, isFinal: true }, { ...all, sittingId: '', memberId: '' });
    expect(final.sittings).toEqual([]);
    expect(final.groups[0]).toMatchObject({ title: '缺席', count: 2 });
  });
});

describe('the register of a cancelled study', () => {
  const closedAtMs = START_MS + 600_000;
  const held = [
    aPublicSitting({ closedAtMs }),
    aPublicSitting({ sittingId: 'sitting-2', startAtMs: at('9:30', dayAfter(5)), closedAtMs }),
  ];
  const lines = [
    aLine({ memberId: '1', state: 'attended', way: 'scan', atMs: START_MS }),
    aLine({ memberId: '2' }),
  ];
  const cancelled = (sittings: typeof held, choice: Partial<RollChoice> = {}) => {
    const study = aStudy({ state: 'cancelled', sittings });
    return toRollView(aRoll({ nowMs: closedAtMs + 1, study, lines }), { ...all, ...choice });
  };

  it('keeps what was held, can be corrected, and calls nobody absent', () => {
    const view = cancelled(held);
    expect(view.cancelled).toContain('签过到的人记录不变，没来的不算缺席');
    expect(view.groups.map(({ title, hint }) => [title, hint])).toEqual([
      ['没来', '不算缺席'],
      ['已到', ''],
    ]);
    expect(view.groups[0]?.people[0]).toMatchObject({ canOpen: true, act: '更正' });
    const [missing] = cancelled(held, { canCorrect: false }).groups;
    expect(missing?.people[0]).toMatchObject({ canOpen: false, act: '' });
  });

  it('of which nothing was held says so and takes nothing', () => {
    const view = cancelled(held.slice(1));
    expect(view.cancelled).toBe('这次学习没开始就取消了，不再登记。取消前签过到的，不算参加。');
    expect(view.line).not.toContain('还没开始');
    expect(view.groups.map(({ title, hint }) => [title, hint])).toEqual([
      ['没来', '不算缺席'],
      ['签过到', '没有开，不算参加'],
    ]);
    expect(view.groups[0]?.people[0]).toMatchObject({ canOpen: false, act: '' });
  });
});

it('an offline scan is no time of arrival: it says what the phone said and when it came in', () => {
  const offline = {
    way: 'offline-scan',
    claimedAtMs: START_MS,
    atMs: START_MS + 9_000_000,
  } as const;
  const lines = [aLine({ state: 'to-confirm', ...offline })];
  const view = toRollView(aRoll({ nowMs: START_MS + 9_100_000, lines }), all);
  expect(view.groups[0]?.people[0]?.note).toBe('手机时间 14:00 离线扫码，今天 16:30 送到');
  const alike = [{ ...lines[0]!, code: { shownAtMs: START_MS, others: 3 } }];
  const some = toRollView(aRoll({ nowMs: START_MS + 9_100_000, lines: alike }), all);
  expect(some.groups[0]?.people[0]?.note).toMatch(/送到，同一个码 4 人$/u);
});

it('of a study with two sittings each entry says which one', () => {
  const sittings = [
    aPublicSitting(),
    aPublicSitting({ sittingId: 'sitting-2', startAtMs: at('9:30', dayAfter(3)) }),
  ];
  const lines = [
    aLine({ state: 'attended', way: 'typed', atMs: START_MS, sittingId: 'sitting-1' }),
  ];
  const view = toRollView(aRoll({ nowMs: START_MS, study: aStudy({ sittings }), lines }), all);
  expect(view.groups[0]?.people[0]?.note).toBe('14:00 输入数字 · 今天 14:00 那场');
});

it('somebody in a state that only newer versions know is on the page, and counted', () => {
  const lines = [aLine({ name: '高远', state: 'newer', way: 'scan', atMs: START_MS }), aLine()];
  const view = toRollView(aRoll({ lines }), all);
  expect(view.groups[1]).toMatchObject({
    title: '新状态',
    hint: '升级后查看',
    people: [{ name: '高远', note: '14:00 扫码' }],
  });
  expect(view.segments.map(({ text, count }) => [text, count])).toContainEqual(['新状态', 1]);
});

it('the counts of the bar always sum to everybody, and its parts to the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...STATES), { minLength: 1, maxLength: 60 }), (states) => {
      const lines = states.map((state, index) => aLine({ memberId: `m-${index}`, state }));
      const view = toRollView(aRoll({ lines }), all);
      const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
      expect(sum(view.segments.map(({ count }) => count))).toBe(lines.length);
      expect(sum(view.segments.map(({ percent }) => percent))).toBeCloseTo(100);
      const unfolded = view.groups.map(({ key }) => key);
      const { groups } = toRollView(aRoll({ lines }), { ...all, unfolded });
      const shown = groups.flatMap(({ people }) => people.map(({ memberId }) => memberId));
      expect(shown.sort()).toEqual(lines.map(({ memberId }) => memberId).sort());
      expect(sum(groups.map(({ count }) => count))).toBe(lines.length);
    }),
  );
});

describe('the head of a register of several sittings', () => {
  it('is of the sitting that is looked at', () => {
    const first = aPublicSitting({ sittingId: 'first', startAtMs: START_MS });
    const next = aPublicSitting({ sittingId: 'next', startAtMs: at('16:00', dayAfter(2)) });
    const reply = aRoll({
      nowMs: at('9:00', dayAfter(2)),
      study: aStudy({ sittings: [first, next] }),
    });
    expect(toRollView(reply, { ...all, sittingId: 'next' }).line).toMatch(/^今天 16:00/u);
    expect(toRollView(reply, { ...all, sittingId: 'first' }).line).toMatch(/^昨天 14:00/u);
  });
});

test('whom it asks no more since they left stands below, in no count, and is found', () => {
  const lines = [aLine({ memberId: '1', name: '韩立群' })];
  const gone = [
    { memberId: '2', name: '高远', crewName: '二值', gone: 'moved' },
    { memberId: '3', name: '周敏', crewName: null, gone: 'left' },
  ] as const;
  const reply = { ...aRoll({ nowMs: START_MS, lines }), gone: [...gone] };
  const view = toRollView(reply, all);
  expect(view.line).toContain('应到 1 人');
  expect(view.gone).toEqual([
    { memberId: '2', name: '高远', note: '二值', badge: '已到别的支部' },
    { memberId: '3', name: '周敏', note: '', badge: '已离开支部' },
  ]);
  const found = toRollView(reply, { ...all, query: '高远' });
  expect([found.gone.length, found.isSearchEmpty]).toEqual([1, false]);
});
