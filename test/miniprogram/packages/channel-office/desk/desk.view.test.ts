import {
  toDeskView,
  type Desk,
} from '../../../../../miniprogram/packages/channel-office/desk/desk.view';
import { addDays } from '../../../../../domain/time/local-day';
import { aDeskLine, TODAY } from '../../../../builders/phone/channel';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;
const viewOf = (lines: Desk['lines'], writesIn: Desk['writesIn'] = ['party']) =>
  toDeskView({ kind: 'known', output: { nowMs: NOW, writesIn, lines }, asOfAtMs: null }, NOW);

test('what waits for me comes first, each line in one place', () => {
  const view = viewOf([
    aDeskLine({ itemId: 'a' }),
    aDeskLine({ itemId: 'b', state: 'branch-check', waitsForMe: true }),
    aDeskLine({ itemId: 'c', state: 'committee-check' }),
    aDeskLine({ itemId: 'd', state: 'ready', issueDay: addDays(TODAY, 1) }),
  ]);
  const sections = view.kind === 'content' ? view.sections : [];
  expect(sections.map(({ title, rows }) => [title, rows.map(({ itemId }) => itemId)])).toEqual([
    ['等你审', ['b']],
    ['在写的', ['a']],
    ['在审的', ['c']],
    ['定稿，还没刊出', ['d']],
  ]);
});

test('a row says what hinders it and for which day it is meant', () => {
  const view = viewOf([
    aDeskLine({ hasPicture: false, forDay: addDays(TODAY, 1), returnedBecause: '少一句' }),
    aDeskLine({ state: 'branch-check', sinceAtMs: NOW - 86_400_000 }),
  ]);
  expect(view).toMatchObject({
    sections: [
      {
        rows: [
          {
            note: '党务清风 · 许文静，运行支部 · 想刊在周四 3月6日 · 缺图',
            returned: '退回：少一句',
          },
        ],
      },
      { rows: [{ note: '党务清风 · 许文静，运行支部 · 昨天到这一步' }] },
    ],
  });
});

test('nothing at all is said, and who writes nowhere is not asked to', () => {
  expect(viewOf([], [])).toMatchObject({
    canWrite: false,
    nothing: '没有等你审的，也没有在写的。',
  });
});

test('sixty lines are below 25 KB on their way to the screen', () => {
  const view = viewOf(Array.from({ length: 60 }, (_, at) => aDeskLine({ itemId: `item-${at}` })));
  expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(25 * 1024);
});
