import type { BranchNorms } from '../../../../../contract/branch/norms';
import { frequenciesOf } from '../../../../../domain/branch/norms';
import { CHOSEN_THINGS, KEPT_YEARS } from '../../../../../domain/people/retention';
import {
  formOf,
  type Scope,
} from '../../../../../miniprogram/packages/branch-office/norms/norms-form';
import {
  savedText,
  toForm,
  toRead,
  withPicked,
} from '../../../../../miniprogram/packages/branch-office/norms/norms.view';
import { noNorms, someNorms } from '../../../../builders/norms';
import { at, NOW_MS } from '../../../../builders/phone/study';

const usual: BranchNorms['now'] = {
  hours: { member: 32, officer: 56 },
  meetings: [...frequenciesOf({ own: null, common: null })],
  credit: 'study',
  keptYears: CHOSEN_THINGS.map((thing) => ({ thing, years: KEPT_YEARS[thing].usual })),
};
const told = (given: Partial<BranchNorms> = {}): BranchNorms => ({
  nowMs: NOW_MS,
  branchName: '运行支部',
  month: '2026-03',
  nextMonth: '2026-04',
  own: { ...noNorms(), version: 0 },
  common: { ...noNorms(), version: 0 },
  now: usual,
  next: usual,
  trail: [],
  ...given,
});
const formFor = (norms: BranchNorms, scope: Scope) => {
  const form = formOf(norms, scope);
  if (form === undefined) throw new Error('newer');
  return form;
};
const rowsOf = (norms: BranchNorms, scope: Scope, form = formFor(norms, scope)) =>
  new Map(
    toForm(norms, scope, form).sections.flatMap(({ rows }) => rows.map((row) => [row.key, row])),
  );

test('what nobody has set stands as it comes, and its wheel says so', () => {
  const rows = rowsOf(told(), 'common');
  expect(rows.size).toBe(2 + 18 + 1 + 4);
  const lecture = rows.get('meeting-party-lecture');
  expect(lecture).toMatchObject({ label: '党课', text: '每季一次', note: '', index: 1 });
  expect(lecture?.range).toEqual([
    '每月一次',
    '每季一次（平常的）',
    '每半年一次',
    '每年一次',
    '没有规定',
  ]);
  expect(rows.get('hours-member')).toMatchObject({ text: '32 学时' });
  expect(rows.get('meeting-training')).toMatchObject({ text: '没有规定' });
  expect(rows.get('kept-audit-entry')?.range[0]).toBe('3 年（平常的）');
});

test('of a branch the rows begin with what is set for all, and without what is of the organisation', () => {
  const common = { ...someNorms(), version: 3 };
  const own = { ...noNorms({ hours: { member: 45, officer: null } }), version: 1 };
  const rows = rowsOf(told({ common, own }), 'own');
  expect(rows.size).toBe(2 + 18);
  const member = rows.get('hours-member');
  expect(member).toMatchObject({ text: '45 学时', note: '另定的，各支部的是40 学时' });
  expect(member?.range[member.index]).toBe('45 学时');
  expect(rows.get('hours-officer')).toMatchObject({ text: '60 学时', note: '' });
  expect(rows.get('meeting-party-lecture')?.range[0]).toBe('每月一次（各支部的）');
});

test('what is chosen is set, and what holds anyway is set by nobody', () => {
  const norms = told();
  const form = formFor(norms, 'common');
  const drill = withPicked(norms, 'common', form, { key: 'meeting-fire-drill', index: 2 });
  expect(drill.norms.meetings).toEqual([{ kind: 'fire-drill', every: 'half-year' }]);
  expect(rowsOf(norms, 'common', drill).get('meeting-fire-drill')).toMatchObject({
    text: '每半年一次',
    note: '改了，还没保存',
  });
  const saved = told({ common: { ...drill.norms, version: 1 } });
  expect(rowsOf(saved, 'common').get('meeting-fire-drill')).toMatchObject({
    note: '另定的，平常的是没有规定',
  });
  const again = withPicked(norms, 'common', drill, { key: 'meeting-fire-drill', index: 4 });
  expect(again.norms).toEqual(noNorms());
  const kept = withPicked(norms, 'common', form, { key: 'kept-notice', index: 3 });
  expect(kept.norms.keptYears).toEqual([{ thing: 'notice', years: 4 }]);
  const credit = withPicked(norms, 'common', form, { key: 'credit', index: 1 });
  expect(credit.norms.credit).toBe('material');
  const hours = withPicked(norms, 'common', form, { key: 'hours-officer', index: 0 });
  expect(hours.norms.hours).toEqual({ member: null, officer: 8 });
});

test('an officer reads what holds, and what comes with next month', () => {
  const next = { ...usual, hours: { member: 40, officer: 56 } };
  const trail = [
    { isForAll: true, version: 1, fromMonth: '2026-04', byName: '周敏', atMs: at('9:00') },
  ];
  const view = toRead(told({ next, trail }));
  expect(view).toMatchObject({ canSave: false, scopes: [], title: '运行支部' });
  expect(view.sections[0]?.rows).toMatchObject([
    { label: '党员', text: '32 学时', note: '4月起 40 学时', range: [] },
    { label: '书记和支部委员', text: '56 学时', note: '' },
  ]);
  expect(view.trail).toMatchObject([{ text: '各支部，从 4月 起', note: '周敏，今天 9:00 保存' }]);
});

test('what only a newer version knows is not saved over', () => {
  const newer = { kind: 'newer' as const, every: 'month' as const };
  const common = { ...noNorms(), version: 2, meetings: [newer] };
  expect(formOf(told({ common }), 'common')).toBeUndefined();
  expect(formOf(told({ common }), 'own')).toBeDefined();
});

test('saving says from when it holds', () => {
  expect(savedText('2026-04', NOW_MS)).toBe('已保存，从 4月 起算。');
});
