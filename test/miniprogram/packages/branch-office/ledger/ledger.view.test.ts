import type { OutputOf } from '../../../../../contract/action';
import type { ledger } from '../../../../../contract/branch/ledger';
import { localDay } from '../../../../../domain/time/local-day';
import { toView } from '../../../../../miniprogram/packages/branch-office/ledger/ledger.view';
import { at, dayAfter, NOW_MS } from '../../../../builders/phone/study';

type Line = OutputOf<typeof ledger>['lines'][number];

const aLine = (line: Partial<Line> = {}): Line => ({
  kind: 'theme-day',
  every: 'month',
  state: 'held',
  lastDay: localDay('2026-03-31'),
  held: [],
  planned: [],
  groupsWithout: [],
  groups: 6,
  ...line,
});
const meeting = (day: number, attended: number | null = 27) => ({
  studyId: `study-${day}`,
  topic: 'topic',
  startAtMs: at('14:00', dayAfter(day)),
  attended,
  asked: attended === null ? null : 35,
});
const view = (...lines: readonly Line[]) => {
  const output = { nowMs: NOW_MS, branchName: '运行支部', lines: [...lines] };
  const shown = toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);
  if (shown.kind !== 'content') throw new Error(shown.kind);
  return shown;
};
const row = (line: Partial<Line>) => view(aLine(line)).sections[0]?.rows[0];

test('what was held says how often, when last, and who came', () => {
  expect(row({ held: [meeting(-5), meeting(-1)] })).toMatchObject({
    title: '主题党日',
    notes: ['每月一次', '开了 2 次，最近 周二 3月10日，到会 27/35 人'],
    badge: { text: '已开' },
    studyId: 'study--1',
    canPlan: false,
  });
  expect(row({ held: [{ ...meeting(-1, 0), madeUp: 25 }] })?.notes[1]).toBe(
    '周二 3月10日 开了，到会 0/35 人，补学 25 人',
  );
  const { startAtMs } = meeting(-1);
  const both = { ...meeting(-1), startsAtMs: [startAtMs, at('17:00', dayAfter(0))] };
  expect(row({ held: [both] })?.notes[1]).toBe('周二 3月10日 开了，分 2 场，到会 27/35 人');
  expect(row({ held: [meeting(-1, null)] })?.notes[1]).toBe('周二 3月10日 开了，点名册还没定稿');
});

test('what is due says by when, and has a way to plan it', () => {
  const due = view(aLine({ state: 'due', kind: 'member-meeting', every: 'quarter' }));
  expect(due.title).toBe('1 种会快到日子，还没排齐');
  expect(due.sections).toMatchObject([
    {
      title: '快到日子',
      rows: [
        {
          notes: ['每季一次，周二 3月31日 前'],
          badge: { text: '还空着' },
          canPlan: true,
          studyId: '',
        },
      ],
    },
  ]);
});

test('groups that have none are named, or counted when none has', () => {
  const groupMeeting = { kind: 'group-meeting', state: 'due', groups: 2 } as const;
  expect(row({ ...groupMeeting, groupsWithout: ['四值小组'] })?.notes).toContain(
    '还没排的党小组：四值小组',
  );
  expect(row({ ...groupMeeting, groupsWithout: ['a', 'b'] })?.notes).toContain('各党小组都还没开');
});

test('planned, held and not urgent stand below what is due, and a later state above all else', () => {
  const states = ['not-urgent', 'held', 'newer', 'planned'] as const;
  const shown = view(
    ...states.map((state) => aLine({ state, planned: state === 'planned' ? [meeting(3)] : [] })),
  );
  expect(shown.sections.map(({ title }) => title)).toEqual(['快到日子', '已排', '已开', '不急']);
  expect(shown.sections[1]?.rows[0]?.notes[1]).toBe('排在周六 3月14日 14:00');
  expect(view(aLine()).title).toBe('没有快到日子还没排的');
});

test('a meeting that votes says whether enough can come, and the time at which more can', () => {
  const vote = { entitled: 30, needed: 16, canCome: 20, better: null };
  const planned = { state: 'planned', kind: 'member-meeting', planned: [meeting(3)] } as const;
  const said = (given: Partial<Line['vote']>) =>
    row({ ...planned, planned: [...planned.planned], vote: { ...vote, ...given } })?.notes.slice(2);
  expect(said({})).toEqual(['30 人有表决权，要 16 人，预计 20 人，够']);
  expect(said({ canCome: 15 })).toEqual(['30 人有表决权，要 16 人，预计 15 人，还不够']);
  const freed = [{ crewName: '三值', hindrance: 'asleep' as const }];
  const better = { startAtMs: at('16:00'), canCome: 25, freed };
  expect(said({ better })?.[1]).toBe('改到 16:00，三值也醒了，预计 25 人');
  expect(said({ better: { ...better, freed: [] } })?.[1]).toBe('改到 16:00，预计 25 人');
});

test('R-293: what no rule asks for stands last, with how often it was held this year, and no day', () => {
  const free = [
    { kind: 'safety-training' as const, held: 3, last: meeting(-1), next: meeting(3, null) },
    { kind: 'fire-drill' as const, held: 0, last: null, next: meeting(3, null) },
    { kind: 'training' as const, held: 0, last: null, next: null },
    {
      ...{ kind: 'member-meeting' as const, held: 0, last: null, next: meeting(3, null) },
      vote: { entitled: 30, needed: 16, canCome: 12, better: null },
    },
  ];
  const output = { nowMs: NOW_MS, branchName: '运行支部', lines: [aLine()], free };
  const shown = toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);
  const sections = shown.kind === 'content' ? shown.sections : [];
  expect(sections.map(({ title }) => title)).toEqual(['已开', '没有规定次数的']);
  expect(sections[1]?.rows).toMatchObject([
    {
      title: '安全培训',
      notes: ['开了 3 次，最近 周二 3月10日，到会 27/35 人', '排在周六 3月14日 14:00'],
      badge: { text: '已开' },
      heldId: 'study--1',
      canPlan: false,
    },
    { title: '消防演练', notes: ['今年还没开', '排在周六 3月14日 14:00'], badge: { text: '已排' } },
    { title: '培训', notes: ['今年还没开'], badge: { text: '没开' }, studyId: '' },
    {
      title: '支部党员大会',
      notes: [
        '今年还没开',
        '排在周六 3月14日 14:00',
        '30 人有表决权，要 16 人，预计 12 人，还不够',
      ],
    },
  ]);
});

test('kinds that only a newer version knows stand apart, with and without a rule', () => {
  const ofLater = { kind: 'newer' as const, held: 0, last: null, next: null };
  const lines = [aLine({ kind: 'newer' }), aLine({ kind: 'newer' })];
  const output = { nowMs: NOW_MS, branchName: '运行支部', lines, free: [ofLater, ofLater] };
  const shown = toView({ kind: 'known', output, asOfAtMs: null }, NOW_MS);
  const keys = shown.kind === 'content' ? shown.sections.flatMap(({ rows }) => rows) : [];
  expect(new Set(keys.map(({ key }) => key)).size).toBe(4);
});
