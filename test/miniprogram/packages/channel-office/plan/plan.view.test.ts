import {
  storedPlan,
  toPlanView,
} from '../../../../../miniprogram/packages/channel-office/plan/plan.view';
import { addDays, instantOf } from '../../../../../domain/time/local-day';
import { aCalendar, aDeskLine, TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const lines = [
  aDeskLine({ itemId: 'in', state: 'ready', issueDay: TODAY, isForShift: true }),
  aDeskLine({ itemId: 'spare', state: 'ready' }),
  aDeskLine({ itemId: 'elsewhere', state: 'ready', issueDay: addDays(TODAY, 1) }),
  aDeskLine({ itemId: 'waits', state: 'branch-check' }),
  aDeskLine({ itemId: 'other', channel: 'integrity', state: 'ready' }),
];

test('what stands in the issue, its hour and its revision are where planning begins', () => {
  const days = { [TODAY]: { publishAtMs: instantOf(TODAY, 780), revision: 2 } };
  const calendar = { ...aCalendar(days), lines };
  expect(storedPlan(calendar, 'party', TODAY)).toEqual({
    itemIds: ['in'],
    shiftItemId: 'in',
    minute: 780,
    revision: 2,
  });
  expect(storedPlan(calendar, 'party', addDays(TODAY, 2))).toEqual({
    itemIds: [],
    shiftItemId: null,
    minute: 720,
    revision: 0,
  });
});

test('what is ready can be chosen, with its place in the order of choosing', () => {
  const state = { kind: 'known', output: { ...aCalendar(), lines }, asOfAtMs: null } as const;
  const view = toPlanView(state, 'party', TODAY, ['spare', 'in'], 'in', NOW);
  if (view.kind !== 'content') throw new Error('no content');
  expect(view.rows.map(({ itemId, place, isForShift }) => [itemId, place, isForShift])).toEqual([
    ['in', '2', true],
    ['spare', '1', false],
  ]);
});

test('nothing that is ready says how something comes to be', () => {
  const state = { kind: 'known', output: aCalendar(), asOfAtMs: null } as const;
  expect(toPlanView(state, 'party', TODAY, [], null, NOW)).toMatchObject({
    nothing: '还没有定稿的。两道都审过了，就出现在这里。',
  });
});
