import {
  formOf,
  isChangedFrom,
  toTakedownView,
  withPicked,
  type Going,
  type TakedownForm,
} from '../../../../../miniprogram/packages/channel-office/takedown/takedown.view';
import type { TakedownPlan } from '../../../../../contract/content/takedown';
import { MS_PER_DAY } from '../../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const rules = (party: number | null): TakedownPlan['next'] => [
  { kind: 'party', months: party },
  { kind: 'integrity', months: 36 },
  { kind: 'document', months: 12 },
];
const going = (party: number): Going => [
  { kind: 'party', count: party },
  { kind: 'integrity', count: 0 },
  { kind: 'document', count: 1 },
];
const aPlan = (plan: Partial<TakedownPlan> = {}): TakedownPlan => ({
  nowMs: TEST_START_MS,
  month: '2025-03',
  nextMonth: '2025-04',
  version: 1,
  now: rules(24),
  next: rules(24),
  going: going(2),
  trail: [{ version: 1, fromMonth: '2025-01', byName: 'Office', atMs: TEST_START_MS }],
  ...plan,
});
const viewOf = (plan: TakedownPlan, form: TakedownForm | undefined, tried?: Going) => {
  const view = toTakedownView({ kind: 'known', output: plan, asOfAtMs: null }, form, tried);
  if (view.kind !== 'content') throw new Error(view.kind);
  return view;
};

test('what goes in the next month stands by kind, and leads to its list where there is any', () => {
  const view = viewOf(aPlan(), formOf(aPlan()));
  expect(view).toMatchObject({ title: '4月会下架 3 件', isChanged: false, canSave: false });
  expect(view.cards.map((card) => [card.title, card.text, card.going, card.months])).toEqual([
    ['党务清风', '24 个月', '4月会下架 2 条', 24],
    ['廉政清风', '36 个月', '4月没有要下架的', 0],
    ['文档库的文件', '12 个月', '4月会下架 1 份', 12],
  ]);
  expect(view.trail).toMatchObject([{ text: '从 1月 起' }]);
});

test('R-319: before the first time the page says from which day on anything goes', () => {
  const firstAtMs = TEST_START_MS + 14 * MS_PER_DAY;
  expect(viewOf(aPlan({ firstAtMs }), formOf(aPlan())).first).toBe(
    '第一次下架在 周三 3月19日 以后，在这以前一件都不下架。',
  );
  expect(viewOf(aPlan(), formOf(aPlan())).first).toBe('');
});

test('other months can be saved once it is known how much would go by them', () => {
  const form = withPicked(formOf(aPlan()) as TakedownForm, 'party', 0);
  expect(form.rules[0]).toEqual({ kind: 'party', months: 6 });
  expect(isChangedFrom(aPlan(), form)).toBe(true);
  const counting = viewOf(aPlan(), form);
  expect(counting).toMatchObject({ isChanged: true, canSave: false });
  expect(counting.cards[0]).toMatchObject({
    going: '正在算会下架多少',
    note: '改了，还没保存',
    months: 0,
  });
  const counted = viewOf(aPlan(), form, going(230));
  expect(counted).toMatchObject({ canSave: true, saveText: '保存，从 4月起算' });
  expect(counted.cards[0]).toMatchObject({
    going: '4月会下架 230 条',
    beside: '没改以前是 2 条',
    months: 6,
  });
  expect(counted.cards[2]?.beside).toBe('');
});

test('never is the last on the wheel, and what stands is on it though nobody would choose it', () => {
  const odd = aPlan({ next: rules(7), now: rules(24) });
  const [card] = viewOf(odd, formOf(odd)).cards;
  expect(card?.range).toEqual([
    '6 个月',
    '7 个月',
    '12 个月',
    '18 个月',
    '24 个月（平常的）',
    '36 个月',
    '60 个月',
    '120 个月',
    '不下架',
  ]);
  expect(card).toMatchObject({ index: 1, note: '这个月还按 24 个月' });
  const never = withPicked(formOf(odd) as TakedownForm, 'party', 8);
  expect(viewOf(odd, never, going(0)).cards[0]).toMatchObject({
    text: '不下架',
    going: '一直看得到，不会下架',
    months: 0,
  });
});

test('of what only a newer version knows nothing is lost by saving', () => {
  const newer = aPlan({ next: [...rules(24), { kind: 'newer', months: 3 }] });
  expect(formOf(newer)).toBeUndefined();
  const state = { kind: 'known', output: newer, asOfAtMs: null } as const;
  expect(toTakedownView(state, undefined, undefined)).toMatchObject({ kind: 'empty' });
});
