import {
  firstTerm,
  toFormView,
  toView,
  withDay,
} from '../../../../../miniprogram/packages/channel-office/commentators/commentators.view';
import { localDay } from '../../../../../domain/time/local-day';
import { TEST_START_MS } from '../../../../worlds/test-cloud';

const NOW = TEST_START_MS;

test('a term says from when to when, by whom, and whether it has begun', () => {
  const term = (fromDay: string) => ({
    termId: fromDay,
    memberId: 'm',
    name: '周立新',
    fromDay: localDay(fromDay),
    toDay: localDay('2025-03-08'),
    appointedBy: '许文静',
  });
  const terms = [term('2025-03-05'), term('2025-03-07')];
  const output = { nowMs: NOW, branchName: '运行支部', terms, people: [] };
  expect(toView({ kind: 'known', output, asOfAtMs: null }, NOW)).toMatchObject({
    terms: [{ by: '许文静定的' }, { by: '许文静定的，还没开始' }],
  });
});

test('a new term is half a year from today, of sixty days ahead at most and one year long', () => {
  const form = firstTerm(NOW);
  expect(form).toEqual({ fromDay: '2025-03-05', toDay: '2025-09-03' });
  expect(toFormView(form, NOW)).toMatchObject({
    firstDay: '2025-03-05',
    lastFrom: '2025-05-04',
    lastTo: '2026-03-05',
  });
});

test('the last day never stands before the first', () => {
  const moved = withDay(firstTerm(NOW), 'fromDay', '2025-10-01');
  expect(moved).toEqual({ fromDay: '2025-10-01', toDay: '2025-10-01' });
  expect(withDay(moved, 'toDay', 'no day')).toEqual(moved);
});
