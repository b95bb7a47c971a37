import type { OutputOf } from '../../../../contract/action';
import type { today } from '../../../../contract/today';
import type { KeptReplies } from '../../../../miniprogram/pages/studies/as-answered';
import { toView, type TodayContent } from '../../../../miniprogram/pages/today/today.view';
import { aKept } from '../../../builders/phone/kept';
import {
  aMyStudy,
  aSitting,
  at,
  dayAfter,
  fiveCrewDays,
  NOW_MS,
} from '../../../builders/phone/study';

type Today = OutputOf<typeof today>;

const aToday = (given: Partial<Today> = {}): Today => ({
  nowMs: NOW_MS,
  crewName: '二值',
  days: fiveCrewDays(),
  unread: [],
  quiet: { untilAtMs: at('15:30'), reason: 'after-night', label: 'back-night' },
  studies: [],
  ...given,
});

function contentOf(
  output: Partial<Today> = {},
  replies: KeptReplies = new Map(),
  nowMs = NOW_MS,
): TodayContent {
  const view = toView(
    { kind: 'known', output: aToday(output), asOfAtMs: null },
    replies,
    aKept({ count: replies.size }),
    nowMs,
  );
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
}

describe('the head of the today page', () => {
  it('says the day, the shift and that it is over', () => {
    const { title, shiftLine, quiet } = contentOf();
    expect(title).toBe('周三 3月11日');
    expect(shiftLine).toBe('二值 · 后夜班 02:00–08:00，已下班');
    expect(quiet).toBe('现在免打扰到 15:30（后夜班后休息）');
  });

  it.each([
    ['before the shift', at('1:59'), '二值 · 后夜班 02:00–08:00'],
    ['from its first minute', at('2:00'), '二值 · 后夜班 02:00–08:00，在岗'],
    ['up to its last', at('7:59'), '二值 · 后夜班 02:00–08:00，在岗'],
    ['after it', at('8:00'), '二值 · 后夜班 02:00–08:00，已下班'],
    ['on a rest day', at('9:00', dayAfter(1)), '二值 · 今天休息'],
  ])('%s', (_, nowMs, line) => {
    expect(contentOf({}, new Map(), nowMs).shiftLine).toBe(line);
  });

  it('at one in the night says the shift that runs, not the day of rest that has begun', () => {
    const days = [
      { day: dayAfter(0), label: 'night', kind: 'night', startMinute: 1200, endMinute: 1920 },
      { day: dayAfter(1), label: 'rest', kind: 'rest', startMinute: null, endMinute: null },
    ].map((day) => ({ ...day, override: null })) as Today['days'];
    const lineAt = (time: string) =>
      contentOf({ days }, new Map(), at(time, dayAfter(1))).shiftLine;
    expect(lineAt('1:00')).toBe('二值 · 夜班 20:00–08:00，在岗');
    expect(lineAt('8:00')).toBe('二值 · 今天休息');
  });

  it('says so when no roster is known', () => {
    expect(contentOf({ crewName: null, days: [] }).shiftLine).toBe('还没有你的班表');
  });

  it('drops quiet time that has passed since the answer', () => {
    expect(contentOf({}, new Map(), at('15:30')).quiet).toBe('');
  });
});

describe('the strip of fourteen days', () => {
  it('starts today, names the weekdays of the first week only, and marks today', () => {
    const { days } = contentOf();
    expect(days.map(({ weekday }) => weekday).join('')).toBe('今四五六日一二');
    expect(days.map(({ character }) => character).join('')).toBe('后休前中早后休前中早后休前中');
    expect(days.map(({ date }) => date)).toEqual([
      '11',
      '12',
      '13',
      '14',
      '15',
      '16',
      '17',
      '18',
      '19',
      '20',
      '21',
      '22',
      '23',
      '24',
    ]);
    expect(days.filter(({ isToday }) => isToday)).toHaveLength(1);
  });

  it('follows the phone to the next day when the answer is from yesterday', () => {
    const { days } = contentOf({}, new Map(), at('0:10', dayAfter(1)));
    expect(days[0]).toMatchObject({ date: '12', character: '休', isToday: true });
    expect(days[13]).toMatchObject({ date: '25', character: '–', kind: '' });
  });

  it('dots the day of a study and says so to a screen reader', () => {
    const { days, hasDots } = contentOf({ studies: [aMyStudy()] });
    expect(hasDots).toBe(true);
    expect(days[1]).toMatchObject({ studyId: 'study-1', label: '周四 3月12日，休息，有学习' });
    expect(days[2]).toMatchObject({ studyId: '', label: '周五 3月13日，前夜班' });
  });

  it.each([
    ['cancelled', { isCancelled: true }],
    ['excused', { state: 'excused' as const }],
  ])('has no dot for a study that is %s', (_, given) => {
    expect(contentOf({ studies: [aMyStudy(given)] }).hasDots).toBe(false);
  });
});

describe('what is asked and what is coming', () => {
  const many = [1, 2, 3, 4].map((index) =>
    aMyStudy({
      studyId: `study-${index}`,
      topic: `第 ${index} 课`,
      sittings: [aSitting({ startAtMs: at('14:00', dayAfter(index)) })],
    }),
  );

  it('shows the three most urgent and says how many there are', () => {
    const { asks, asksNote } = contentOf({ studies: [...many].reverse() });
    expect(asks.map(({ topic }) => topic)).toEqual(['第 1 课', '第 2 课', '第 3 课']);
    // The door to the list bears its name, however many stand here.
    expect(asksNote).toBe('等我办的，还有 1 件');
    expect(contentOf({ studies: many.slice(0, 3) }).asksNote).toBe('等我办的');
    expect(contentOf({ studies: [] }).asksNote).toBe('等我办的');
  });

  it('lists what is coming by its start, with the chip of that day', () => {
    const { coming } = contentOf({ studies: [...many].reverse() });
    expect(coming.map(({ title }) => title)).toEqual(
      [1, 2, 3, 4].map((n) => `主题党日：第 ${n} 课`),
    );
    expect(coming[0]).toMatchObject({ character: '休', note: '明天 14:00 · 集控楼二楼会议室' });
  });

  it.each([
    ['cancelled', { isCancelled: true }, '已取消'],
    ['excused', { state: 'excused' as const }, '你已请假'],
    ['away', { state: 'excused' as const, isAway: true }, '你休假或借调'],
    [
      'leave that waits',
      { state: 'excused' as const, leave: { standing: 'waiting' as const, answer: null } },
      '请假等答复',
    ],
    ['answered', { chosenSittingId: 'sitting-1' }, '集控楼二楼会议室 · 你会来'],
    ['on duty', { sittings: [aSitting({ fit: 'on-duty' })] }, '你在岗，不算缺席'],
    ['slept through', { state: 'asleep' as const }, '你在睡觉，不算缺席'],
  ])('says of a coming study that it is %s', (_, given, note) => {
    expect(contentOf({ studies: [aMyStudy(given)] }).coming[0]?.note).toBe(`明天 14:00 · ${note}`);
  });

  it.each([
    ['coming', { kind: 'coming', sittingId: 'sitting-1' }, '集控楼二楼会议室 · 你会来'],
    ['leave', { kind: 'excused', reason: '看病' }, '你已请假'],
  ] as const)('does not ask again for %s that waits in the outbox', (_, reply, note) => {
    const replies = new Map([['study-1', { reply, madeAtMs: NOW_MS }]]);
    const { asks, coming, offline } = contentOf({ studies: [aMyStudy()] }, replies);
    expect(asks).toEqual([]);
    expect(coming[0]?.note).toBe(`明天 14:00 · ${note}`);
    expect(offline).toBe('1 项已保存在手机，有网时送出');
  });

  it.each([
    ['coming', { kind: 'coming', sittingId: 'sitting-1' }, '集控楼二楼会议室 · 你会来'],
    ['leave', { kind: 'excused', reason: '看病' }, '你已请假'],
  ] as const)('says of who is away the answer that waits: %s', (_, reply, note) => {
    const replies = new Map([['study-1', { reply, madeAtMs: NOW_MS }]]);
    const studies = [aMyStudy({ state: 'excused', isAway: true })];
    expect(contentOf({ studies }, replies).coming[0]?.note).toBe(`明天 14:00 · ${note}`);
  });

  it('waits for who sleeps and says, from the outbox, that they come', () => {
    const reply = { kind: 'coming', sittingId: 'sitting-1' } as const;
    const replies = new Map([['study-1', { reply, madeAtMs: NOW_MS }]]);
    const { asks, coming } = contentOf({ studies: [aMyStudy({ state: 'asleep' })] }, replies);
    expect(asks).toEqual([]);
    expect(coming[0]?.note).toBe('明天 14:00 · 集控楼二楼会议室 · 你会来');
  });

  it.each([
    ['leave', { state: 'excused' as const, excuseReason: '看病' }],
    ['a choice', { chosenSittingId: 'sitting-1' }],
  ])('asks again where taking back %s waits in the outbox', (_, given) => {
    const replies = new Map([['study-1', { reply: { kind: 'none' }, madeAtMs: NOW_MS }]] as const);
    const { asks, coming } = contentOf({ studies: [aMyStudy(given)] }, replies);
    expect(asks.map(({ studyId }) => studyId)).toEqual(['study-1']);
    expect(coming[0]?.note).toBe('明天 14:00 · 集控楼二楼会议室');
  });

  it('says that duty excuses where taking back leave waits, of who is on duty in every sitting', () => {
    const sittings = [aSitting({ fit: 'on-duty' })];
    const replies = new Map([['study-1', { reply: { kind: 'none' }, madeAtMs: NOW_MS }]] as const);
    const studies = [aMyStudy({ state: 'excused', sittings })];
    const { asks, coming } = contentOf({ studies }, replies);
    expect(asks).toEqual([]);
    expect(coming[0]?.note).toBe('明天 14:00 · 你在岗，不算缺席');
  });

  it('shows what was answered on another phone after the answer that waits in this one', () => {
    const reply = { kind: 'coming', sittingId: 'sitting-1' } as const;
    const replies = new Map([['study-1', { reply, madeAtMs: NOW_MS - 2 }]]);
    const studies = [aMyStudy({ state: 'excused', repliedAtMs: NOW_MS - 1 })];
    expect(contentOf({ studies }, replies).coming[0]?.note).toBe('明天 14:00 · 你已请假');
  });
});

describe('without content', () => {
  it('shows a guest what the page will be, with a sample', () => {
    const view = toView({ kind: 'guest' }, new Map(), aKept(), NOW_MS);
    expect(view).toMatchObject({ kind: 'welcome' });
    expect(view.kind === 'welcome' && view.days.map(({ character }) => character).join('')).toBe(
      '后休前中早后休前中早后休前中',
    );
  });

  it('passes waiting and errors on', () => {
    expect(toView({ kind: 'loading' }, new Map(), aKept(), NOW_MS)).toEqual({ kind: 'loading' });
    expect(toView({ kind: 'error', text: 'x' }, new Map(), aKept(), NOW_MS)).toEqual({
      kind: 'error',
      text: 'x',
    });
  });

  it('says how old the content is when it could not be asked anew', () => {
    const view = toView(
      { kind: 'known', output: aToday(), asOfAtMs: at('8:05') },
      new Map(),
      aKept(),
      NOW_MS,
    );
    expect(view).toMatchObject({ offline: '没有取到新的，显示的是今天 8:05 的内容' });
  });
});

it('asks whoever missed the sitting of their choice to choose again, and does not say that they come', () => {
  const startAtMs = at('9:00');
  const missed = aSitting({ sittingId: 'missed', startAtMs });
  const study = aMyStudy({ sittings: [missed, aSitting()], chosenSittingId: 'missed' });
  const before = contentOf({ studies: [study] }, new Map(), missed.closesAtMs - 1);
  expect(before.coming[0]?.note).toContain('你会来');
  const after = contentOf({ studies: [study] }, new Map(), missed.closesAtMs);
  expect(after.coming[0]?.note).not.toContain('你会来');
  expect(after.asks).toMatchObject([{ act: 'come', sittingId: 'sitting-1' }]);
});

it('does not ask to check in whose scan waits in the phone', () => {
  const startAtMs = at('10:00');
  const study = aMyStudy({ sittings: [aSitting({ startAtMs })] });
  const scanned = new Map([[study.studyId, { reply: { kind: 'scanned' as const }, madeAtMs: 1 }]]);
  expect(contentOf({ studies: [study] }).asks).toMatchObject([{ act: 'check-in' }]);
  const after = contentOf({ studies: [study] }, scanned);
  expect(after.asks).toEqual([]);
  expect(after.coming[0]?.note).toContain('已扫码，待确认');
});

it('does not ask for what was handed in on its page and waits in the phone', () => {
  const page = 'packages/study/make-up/make-up?studyId=s1';
  const asked = { messageId: 'm', title: '补学', body: null, page, otherwise: '' };
  const output = aToday({ toAnswer: [{ ...asked, untilAtMs: at('20:00') }] });
  const asksWith = (handedIn: ReadonlySet<string>) => {
    const state = { kind: 'known', output, asOfAtMs: null } as const;
    const view = toView(state, new Map(), aKept(), NOW_MS, handedIn);
    return view.kind === 'content' ? view.asks.map((ask) => ask.page) : [];
  };
  expect([asksWith(new Set()), asksWith(new Set([page]))]).toEqual([[page], []]);
});

it('says of what an office owes by when, and once that is past that it is late; other limits end', () => {
  const message = { messageId: 'm', title: '班车晚点', body: null, page: 'p', act: '回话' };
  const asked = { ...message, otherwise: '', untilAtMs: at('20:00') };
  const asksAt = (nowMs: number, more: { afterwards?: string }) =>
    contentOf({ studies: [], toAnswer: [{ ...asked, ...more }] }, new Map(), nowMs).asks;
  const late = { afterwards: '3月11日前该回话，过了时间' };
  expect(asksAt(at('20:00') - 1, late)).toMatchObject([{ due: '今天 20:00 前', dueAct: '回话' }]);
  expect(asksAt(at('20:00'), late)).toMatchObject([
    { due: late.afterwards, dueAct: '', actText: '去回话' },
  ]);
  expect(asksAt(at('20:00'), {})).toEqual([]);
});

it('puts what is late behind what can still be done in time today, and before what ends later', () => {
  const DAY = 24 * 3_600_000;
  const message = { title: 't', body: null, page: 'p', otherwise: '', afterwards: '过了时间' };
  const asks = [
    { ...message, messageId: 'late', untilAtMs: at('08:00') - DAY },
    { ...message, messageId: 'tomorrow', untilAtMs: at('16:00') + DAY },
    { ...message, messageId: 'today', untilAtMs: at('23:59') },
  ];
  const view = contentOf({ studies: [], toAnswer: asks }, new Map(), at('10:00'));
  expect(view.asks.map(({ key }) => key)).toEqual(['today', 'late', 'tomorrow']);
});
