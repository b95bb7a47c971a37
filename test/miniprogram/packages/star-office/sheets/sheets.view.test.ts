import {
  toView,
  type Branch,
} from '../../../../../miniprogram/packages/star-office/sheets/sheets.view';
import { termsOf } from '../../../../../domain/star/assessment/terms';
import { DEFAULT_TERM_DAYS } from '../../../../../domain/star/assessment/standard';
import { localDay } from '../../../../../domain/time/local-day';
import { NOW_MS } from '../../../../builders/phone/study';

type Row = Branch['rows'][number];
const row = (stage: Row['stage'], at: number, rest: Partial<Row> = {}): Row => ({
  sheetId: `2026-02_${stage}-${at}`,
  memberId: `${stage}-${at}`,
  name: '许文静',
  crewName: '一值',
  groupId: null,
  stage,
  setApart: null,
  counts: 6,
  leftOut: 1,
  lost: null,
  appeal: null,
  ...rest,
});
const rows = (stage: Row['stage'], count: number) =>
  Array.from({ length: count }, (_, at) => row(stage, at));
const branch = (all: readonly Row[], seesAll = true): Branch => ({
  nowMs: NOW_MS,
  branchName: '运行支部',
  month: '2026-02',
  terms: termsOf('2026-02', DEFAULT_TERM_DAYS, localDay('2026-03-10')),
  version: 4,
  seesAll,
  rows: [...all],
  earlierMonth: null,
  laterMonth: null,
});
const leader = { memberId: 'me', isLeader: true };
const shown = (output: Branch, opened: readonly string[] = []) =>
  toView({ kind: 'known', output, asOfAtMs: null }, opened, leader, NOW_MS);

const pictured = [
  ...rows('settled', 20),
  ...rows('waits-secretary', 6),
  ...rows('appeal', 1),
  ...rows('waits-leader', 4),
  ...rows('waits-member', 2),
  ...rows('set-apart', 2),
];

test('the counts of the picture: 33 have a sheet, 2 are set apart, 35 together', () => {
  const view = shown(branch(pictured));
  expect(view).toMatchObject({
    foot: '33 人有表，2 人另列，合起来 35 人。',
    act: '接着评，还有 7 人',
    next: '2026-02_waits-secretary-0',
  });
  const parts = view.kind === 'content' ? view.groups.flat().map(({ count }) => count) : [];
  expect(parts).toEqual([20, 6, 1, 4, 2]);
});

test('a long section is folded after three, and opens whole', () => {
  const sectionOf = (opened: readonly string[]) => {
    const view = shown(branch(pictured), opened);
    return view.kind === 'content'
      ? view.sections.find(({ place }) => place === 'to-settle')
      : undefined;
  };
  expect(sectionOf([])).toMatchObject({ title: '等你定 6', more: '还有 3 人' });
  expect(sectionOf(['to-settle'])?.rows).toHaveLength(6);
});

test('a leader reads what waits for them, and the words say whose group it is', () => {
  expect(shown(branch(rows('waits-leader', 2), false))).toMatchObject({
    note: expect.stringContaining('你的小组 2 人') as string,
    sections: [{ title: '等你评 2' }],
    act: '接着评，还有 2 人',
  });
});

test('nobody is told to mark themselves: the own sheet stands apart and says who stands in', () => {
  const assessors = { marks: 'secretary', settles: 'secretary' } as const;
  const own = row('waits-leader', 9, { memberId: 'me', isMine: false, assessors });
  const mine = rows('waits-leader', 2).map((each) => ({ ...each, isMine: true }));
  expect(shown(branch([own, ...mine], false))).toMatchObject({
    foot: '3 人有表。有一张是你自己的，不用你评。',
    next: '2026-02_waits-leader-0',
    act: '接着评，还有 2 人',
    sections: [
      { place: 'to-mark', title: '等你评 2' },
      { place: 'own', title: '你自己的', note: '自己的表自己不评，由书记来评、来定' },
    ],
  });
  const shownAlone = shown(branch([own], false));
  expect(shownAlone).toMatchObject({ next: '', act: '' });
});

test('a sheet whose group has no other leader waits for the secretary, beside those that wait for one', () => {
  const led = row('waits-leader', 1, { isMine: false });
  const leaders = row('waits-leader', 2, { isMine: true });
  const view = shown(branch([led, leaders]));
  expect(view).toMatchObject({
    sections: [
      { place: 'to-mark', title: '等你评 1' },
      { place: 'waits-leader', title: '等组长评 1' },
    ],
    next: leaders.sheetId,
  });
  expect(view.kind === 'content' && view.groups.flat().map(({ count }) => count)).toEqual([
    0, 1, 0, 1, 0,
  ]);
});

test('a month that was not opened says when it is; one with nobody has no bar to fill', () => {
  expect(shown({ ...branch([]), terms: null })).toMatchObject({
    nothing: '2月没有考核表。存好标配清单以后，每月 1 号开上个月的，开了大家都会收到。',
  });
  expect(shown({ ...branch([]), terms: null, month: '2026-03' })).toMatchObject({
    nothing: '3月的考核表还没有开。4月 1 号开，开了大家都会收到。',
  });
  expect(shown(branch([]))).toMatchObject({ foot: '0 人有表。', sections: [], next: '' });
});

test('a row says what was taken away, or what was left out', () => {
  const lost = { name: '岗位职责', tenths: 10, items: 1 };
  const all = [row('waits-secretary', 0, { lost }), row('waits-secretary', 1)];
  expect(shown(branch(all))).toMatchObject({
    sections: [{ rows: [{ note: '岗位职责扣 1 分，原因写了' }, { note: '6 项计入，1 项不计入' }] }],
  });
});
