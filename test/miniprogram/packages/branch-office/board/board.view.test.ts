import {
  declineQuestion,
  toSwapRows,
  toView,
  type Board,
} from '../../../../../miniprogram/packages/branch-office/board/board.view';
import { instantOf } from '../../../../../domain/time/local-day';
import { aSwap, BACK_NIGHT, EARLY, MIDDLE } from '../../../../builders/phone/roster';
import { dayAfter, NOW_MS } from '../../../../builders/phone/study';

const HOUR_MS = 3_600_000;
type Person = Board['crews'][number]['people'][number];

const person = (name: string, given: Partial<Person> = {}): Person => ({
  memberId: name,
  name,
  state: 'free',
  untilAtMs: null,
  override: null,
  ...given,
});
const crew = (given: Partial<Board['crews'][number]> = {}): Board['crews'][number] => ({
  crewId: 'crew-1',
  crewName: '一值',
  slots: [EARLY],
  people: [person('周航')],
  ...given,
});
const board = (crews: Board['crews'], atMs = NOW_MS) =>
  ({ kind: 'known', output: { nowMs: NOW_MS, atMs, crews }, asOfAtMs: null }) as const;

describe('the crew board', () => {
  it('waits, and says so when nobody is in the branch', () => {
    expect(toView({ kind: 'loading' }, true, NOW_MS)).toEqual({ kind: 'loading' });
    expect(toView(board([]), true, NOW_MS)).toMatchObject({ kind: 'empty' });
  });

  it('counts who is on duty, resting, asleep and free; who is unknown only if there are any', () => {
    const people = [
      person('周航', { state: 'on-duty', untilAtMs: NOW_MS + HOUR_MS }),
      person('刘洋'),
      person('赵强', { state: 'resting-after-night' }),
    ];
    const counts = (crews: Board['crews']) => {
      const view = toView(board(crews), true, NOW_MS);
      return view.kind === 'content' ? view.figures.map(({ text, count }) => [text, count]) : [];
    };
    expect(counts([crew({ people })])).toEqual([
      ['在岗', 1],
      ['下夜班', 1],
      ['睡觉', 0],
      ['有空', 1],
    ]);
    expect(counts([crew({ people: [person('王芳', { state: 'unknown' })] })]).at(-1)).toEqual([
      '不知道',
      1,
    ]);
  });

  it('counts nobody on leave as free, nor as asleep', () => {
    const people = [
      person('周航', { override: 'leave', untilAtMs: NOW_MS + HOUR_MS }),
      person('刘洋', { override: 'leave', state: 'asleep' }),
      person('赵强', { override: 'leave', state: 'on-duty' }),
      person('王芳'),
    ];
    const view = toView(board([crew({ people })]), true, NOW_MS);
    if (view.kind !== 'content') throw new Error(view.kind);
    expect(view.figures.map(({ text, count }) => `${text} ${count}`)).toEqual([
      '在岗 1',
      '下夜班 0',
      '睡觉 0',
      '有空 1',
      '请假 2',
    ]);
    expect(view.crews[0]?.people[0]).toMatchObject({ badge: '请假', note: '', tone: 'plain' });
  });

  it('tells of each crew its shift and of each person until when, and what was changed', () => {
    const people = [
      person('周航', { state: 'on-duty', untilAtMs: NOW_MS + HOUR_MS, override: 'swap' }),
      person('刘洋', { override: 'leave' }),
    ];
    const nobodys = crew({ crewId: null, crewName: null, slots: [] });
    expect(toView(board([crew({ people }), nobodys]), true, NOW_MS)).toMatchObject({
      isNow: true,
      crews: [
        {
          name: '一值',
          shift: '正在上早班 到 14:00',
          people: [
            { name: '周航', note: '换班 · 到今天 11:12', badge: '在岗', tone: 'warn' },
            { name: '刘洋', note: '', badge: '请假', tone: 'plain' },
          ],
        },
        { key: 'none', name: '没有值', shift: '' },
      ],
    });
  });

  it('shows another time when one was picked', () => {
    const atMs = NOW_MS + 26 * HOUR_MS;
    expect(toView(board([crew({ slots: [BACK_NIGHT] })], atMs), false, NOW_MS)).toMatchObject({
      when: '明天 12:12',
      isNow: false,
      day: dayAfter(1),
      time: '12:12',
    });
  });
});

describe('swaps on the board', () => {
  const agreed = aSwap({ state: 'agreed' });
  const rows = (swaps: readonly (typeof agreed)[], memberId = 'officer', nowMs = NOW_MS) =>
    toSwapRows({ swaps: [...swaps] }, memberId, nowMs);

  it('say who works what, those that nobody has seen first', () => {
    const seen = aSwap({ swapId: 'seen', state: 'agreed', seenByName: '林静' });
    const [first, second] = rows([seen, agreed]);
    expect(first).toEqual({
      swapId: 'swap-1',
      title: '周航和刘洋换班',
      notes: ['周四 3月19日：周航上早班，刘洋上中班'],
      isSeen: false,
      canSee: true,
      canDecline: true,
    });
    expect(second).toMatchObject({ isSeen: true, canSee: false, canDecline: true });
    expect(second?.notes.at(-1)).toBe('林静看过');
  });

  it('stand by their day alone where it was not kept who works what', () => {
    expect(rows([{ ...agreed, takes: [] }])[0]?.notes).toEqual(['周四 3月19日']);
    const rest = [{ day: dayAfter(8), proposer: [], partner: [MIDDLE] }];
    expect(rows([{ ...agreed, takes: rest }])[0]?.notes[0]).toContain('周航休息，刘洋上中班');
  });

  it('are not the officer’s own to see or decline, and stand once a shift has begun', () => {
    expect(rows([agreed], 'partner')[0]).toMatchObject({ canSee: false, canDecline: false });
    const days = [dayAfter(0), dayAfter(8)];
    const begun = rows([aSwap({ state: 'agreed', days, takes: [] })])[0];
    expect(begun).toMatchObject({ canSee: true, canDecline: false });
  });

  it('are declined after one look at what that means', () => {
    const [row] = rows([agreed]);
    expect(row && declineQuestion(row).content).toBe(
      '周航和刘洋换班，周四 3月19日：周航上早班，刘洋上中班。退回后两个人都按原来的班上，会收到消息。',
    );
  });
});

test('a crew that works the shift now is told from one to which the same shift comes', () => {
  const nightMs = instantOf(dayAfter(0), 60);
  const label = 'front-night';
  const slots = [
    { ...MIDDLE, label, kind: 'night' as const, startMinute: 1200, durationMinutes: 360 },
  ];
  const at = (state: Person['state']) => crew({ slots, people: [person('周航', { state })] });
  expect(toView(board([at('on-duty'), at('asleep')], nightMs), true, nightMs)).toMatchObject({
    crews: [{ shift: '正在上前夜班 到 2:00' }, { shift: '下个班 前夜班 今天 20:00' }],
  });
});
