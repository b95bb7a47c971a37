import type { OutputOf } from '../../../../../contract/action';
import type { makeUp } from '../../../../../contract/study/make-up';
import { toView } from '../../../../../miniprogram/packages/study/make-up/make-up.view';
import { aMakeUp, aPiece } from '../../../../builders/phone/make-up';
import { at, dayAfter, fiveCrewDays, NOW_MS } from '../../../../builders/phone/study';

type MakeUp = OutputOf<typeof makeUp>;
type Progress = Parameters<typeof toView>[1];

const NOTHING: Progress = { seen: [], at: null, missed: [], marked: null, note: '' };
const read = (...seen: string[]): Progress => ({ ...NOTHING, seen });

function view(given: Partial<MakeUp> = {}, progress = NOTHING, nowMs = NOW_MS, kept = '') {
  const state = { kind: 'known' as const, output: aMakeUp(given), asOfAtMs: null };
  const shown = toView(state, progress, nowMs, kept);
  if (shown.kind !== 'content') throw new Error(shown.kind);
  return shown;
}

it('says what, why, until when in the person’s own days, and whom to ask afterwards', () => {
  const shown = view();
  expect(shown.kindLine).toBe('补学 · 安全培训');
  expect(shown.badge).toEqual({ text: '还有 2 个休息日', tone: 'plain' });
  expect(shown.why).toBe('昨天 14:00 那场你当中班。补上就好，不算缺席。');
  expect(shown.due).toBe('周二 3月17日 24:00 前');
  expect(shown.dueNote).toBe('你下后夜班后的第 2 个休息日。过了找罗志强或书记再开。');
  expect(shown.days.map(({ count }) => count)).toEqual(['', '第 1', '', '', '', '', '第 2']);
  expect(shown.days.at(-1)).toMatchObject({ isLast: true, date: '17' });
});

const aSitting = (day: number, label: number) => ({
  startAtMs: at('14:00', dayAfter(day)),
  endAtMs: at('15:00', dayAfter(day)),
  shift: fiveCrewDays()[label] ?? null,
});
const sittings = (...all: MakeUp['study']['sittings']) => ({
  study: { ...aMakeUp().study, sittings: all },
});
const officer = { name: '秦明远', reason: '那天临时抢修' };

it.each<{ given: Partial<MakeUp>; why: string }>([
  {
    given: sittings(aSitting(-2, 3), aSitting(-1, 3)),
    why: '2 场你都当中班。补上就好，不算缺席。',
  },
  {
    given: sittings(aSitting(-2, 3), aSitting(-1, 4)),
    why: '2 场你都在岗。补上就好，不算缺席。',
  },
  {
    given: { cause: 'asleep' },
    why: '昨天 14:00 那场在你睡觉或者当班的时候。补上就好，不算缺席。',
  },
  { given: { cause: 'excused' }, why: '昨天 14:00 那场你请了假。补上就好，不算缺席。' },
  {
    given: { cause: 'away', startsAtMs: at('0:00', dayAfter(9)) },
    why: '昨天 14:00 那场你不在单位。周五 3月20日回来再安排。补上就好，不算缺席。',
  },
  { given: { cause: 'by-officer', openedBy: officer }, why: '秦明远给你开的：那天临时抢修。' },
  {
    given: { cause: 'by-officer', openedBy: officer, isAbsent: true },
    why: '秦明远给你开的：那天临时抢修。现在记的是缺席，补上就改记补学。',
  },
  {
    given: { cause: 'excused', isAbsent: true },
    why: '昨天 14:00 那场你请了假。现在记的是缺席，补上就改记补学。',
  },
  { given: { cause: 'newer' }, why: '补上就好，不算缺席。' },
])('$given.cause: $why', ({ given, why }) => {
  expect(view(given).why).toBe(why);
});

it('day workers read of working days; the last day is named as such', () => {
  const days = { termKind: 'working-days', countedDays: [dayAfter(1), dayAfter(2)] } as const;
  const given = { ...days, countedDays: [...days.countedDays], untilAtMs: at('0:00', dayAfter(3)) };
  expect(view(given).badge.text).toBe('还有 2 个工作日');
  expect(view(given, NOTHING, at('9:00', dayAfter(2))).badge).toEqual({
    text: '今天截止',
    tone: 'warn',
  });
});

it('goes on where the person stopped, and then to the way that they choose', () => {
  expect(view().next).toMatchObject({ pieceId: 'p1', text: '先看第 1 段' });
  expect(view().pieces.map(({ isHere }) => isHere)).toEqual([false, false]);
  const half = view({}, read('p1'));
  expect(half.next).toMatchObject({
    pieceId: 'p2',
    text: '接着看第 2 段',
    note: '约 4 分钟，离线也能看',
  });
  expect(half.pieces.map(({ state, isHere }) => [state, isHere])).toEqual([
    ['done', false],
    ['now', true],
  ]);
  expect(view({}, { ...NOTHING, at: 'p2' }).next?.pieceId).toBe('p2');
  expect(view({}, read('p1', 'p2')).next).toMatchObject({ pieceId: '' });
});

it('a link needs a network', () => {
  const pieces = [aPiece('p1', '文章', { text: null, url: 'https://example.com' })];
  expect(view({ pieces })).toMatchObject({
    next: { note: '约 4 分钟' },
    pieces: [{ note: '4 分钟 · 公开链接' }],
  });
});

it('offers the quiz where there is one, and one’s own words always', () => {
  expect(view().ways.map(({ way, title }) => [way, title])).toEqual([
    ['quiz', '做 2 道题'],
    ['note', '写几句心得'],
  ]);
  expect(view({ right: ['q1'] }).ways[0]?.note).toBe('约 1 分钟，答错了讲清楚再来，还剩 1 道');
  expect(view({ questions: [] }).ways.map(({ way }) => way)).toEqual(['note']);
});

it('once it is done there is nothing to do, and what was written can be read', () => {
  const note = { text: '我们值这样做。', atMs: NOW_MS };
  const shown = view({ doneAtMs: NOW_MS, way: 'note', note });
  expect(shown).toMatchObject({ next: null, ways: [], due: '', days: [], note: note.text });
  expect(shown.badge).toEqual({ text: '已补学', tone: 'ok' });
  expect(shown.done).toBe(
    '今天 10:12 补学完成，学习记录里多了 40 分钟。记成补学，不记成到会，也不算缺席。',
  );
  expect(view({ doneAtMs: NOW_MS, way: 'note', note, isAbsent: true }).done).toBe(
    '今天 10:12 补学完成，支部后来更正为缺席，以更正为准。',
  );
});

it('after its end it says whom to ask', () => {
  const shown = view({}, NOTHING, at('0:00', dayAfter(7)));
  expect(shown).toMatchObject({ next: null, badge: { text: '已截止' } });
  expect(shown.over).toBe(
    '周二 3月17日 24:00 已经截止，没有补上也不算缺席。还想补，找罗志强或书记再给你开。',
  );
  expect(view({ isAbsent: true }, NOTHING, at('0:00', dayAfter(7))).over).toBe(
    '周二 3月17日 24:00 已经截止，没有补上，还是记缺席。还想补，找罗志强或书记再给你开。',
  );
});

it('words that wait in the phone end it for now, and are not asked for again', () => {
  const waits = view({}, { ...NOTHING, note: '我们值上先看风向' }, NOW_MS, '我们值上先看风向');
  expect(waits).toMatchObject({ ways: [], next: null, over: '' });
  expect(waits.written).toEqual({
    text: '心得已经交了，存在手机里，有网时自己送出。',
    action: '看一眼',
  });
});

it('what was written until it was over is still there, and what can be done with it is said', () => {
  const over = { untilAtMs: NOW_MS };
  expect(view(over, { ...NOTHING, note: '我们值上先看风向' }).written?.text).toBe(
    '你写的还在手机里，可以当心得交给支部。',
  );
  expect(view(over).written).toBeNull();
  expect(view({}, { ...NOTHING, note: '我们值上先看风向' }).written).toBeNull();
});
