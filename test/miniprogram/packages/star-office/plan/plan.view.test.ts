import {
  formOf,
  planOf,
  withBar,
} from '../../../../../miniprogram/packages/star-office/plan/plan-form';
import { toView, whyNot } from '../../../../../miniprogram/packages/star-office/plan/plan.view';
import type { StarMonth } from '../../../../../miniprogram/packages/star/month/step-lines.view';
import { dayOfInstant, localDay } from '../../../../../domain/time/local-day';
import { at, NOW_MS } from '../../../../builders/phone/study';

const notBegun: StarMonth = {
  nowMs: NOW_MS,
  branchId: 'yunxing',
  branchName: '运行支部',
  month: '2026-02',
  state: 'not-begun',
  steps: [],
  plan: null,
  candidates: null,
  revision: null,
  canPlan: true,
  ballot: null,
};

test('a new plan proposes the sixth of the next month, or three days from now when that is over', () => {
  const usual = formOf({ ...notBegun, month: '2026-03' }, NOW_MS);
  expect(planOf(usual).nominationsUntilAtMs).toBe(at('20:00', localDay('2026-04-06')));
  expect(usual.bars).toEqual(['probationary', 'away', 'newcomer']);
  const late = formOf(notBegun, NOW_MS);
  expect(planOf(late).nominationsUntilAtMs).toBe(at('20:00', localDay('2026-03-14')));
});

test('what is stored comes back as it was', () => {
  const plan = {
    nominationsUntilAtMs: at('19:30', localDay('2026-03-16')),
    meetingAtMs: null,
    decisionAtMs: at('09:00', localDay('2026-03-20')),
    publicDays: 7,
    bars: ['secretary' as const],
  };
  const form = formOf({ ...notBegun, state: 'preparing', plan }, NOW_MS);
  expect(planOf(form)).toEqual(plan);
  expect(planOf(withBar(form, 'away', true)).bars).toEqual(['away', 'secretary']);
  expect(planOf(withBar(form, 'secretary', false)).bars).toEqual([]);
});

test('each day is read as people say it, and says when it is not set', () => {
  const view = toView(formOf(notBegun, NOW_MS), '2026-02', true, dayOfInstant(NOW_MS));
  expect(view).toMatchObject({
    title: '2月之星',
    whens: [
      { key: 'meeting', dayText: '还没定', isSet: false },
      { key: 'nominations', dayText: '周六 3月14日', time: '20:00', isSet: true },
      { key: 'decision', dayText: '还没定' },
    ],
    days: [{ isOn: false }, { text: '5 天', isOn: true }, {}, {}],
  });
  expect(view.bars.filter(({ isOn }) => isOn).map(({ text }) => text)).toEqual([
    '预备党员',
    '长假和借调在外的',
    '这个月才来的',
  ]);
});

test.each([
  ['2026-02', 'preparing', false, 'not-yours', '不在你的职务里'],
  ['2026-05', 'not-begun', false, 'not-yours', '不在你的职务里'],
  ['2026-05', 'not-begun', true, 'empty', '5月还没到'],
  ['2027-01', 'not-begun', true, 'empty', '2027年1月还没到'],
  ['2025-11', 'not-begun', true, 'empty', '只能开始这个月和上个月的'],
  ['2026-02', 'voting', true, 'empty', '候选名单已经定了'],
  ['2026-02', 'over', true, 'empty', '评星已经结束'],
] as const)(
  'the plan of %s, %s, as a keeper %s: why it is not set',
  (month, state, isKeeper, kind, text) => {
    const why = whyNot({ month, state }, isKeeper, NOW_MS);
    expect(why).toMatchObject({ kind, text: expect.stringContaining(text) as string });
  },
);
