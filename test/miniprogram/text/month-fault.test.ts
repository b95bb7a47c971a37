import { orMonthFault } from '../../../miniprogram/text/month-fault';
import { NOW_MS } from '../../builders/phone/study';

const error = { kind: 'error', text: '没有找到，可能已经改动。返回刷新看看。' } as const;

test.each([
  ['2026-13', '没有这样的月份'],
  ['2026-00', '没有这样的月份'],
  ['2026-3', '没有这样的月份'],
  ['soon', '没有这样的月份'],
  ['2026-04', '4月还没到'],
  ['2027-01', '2027年1月还没到'],
])('a page of %s says that %s', (month, text) => {
  expect(orMonthFault(error, month, NOW_MS)).toMatchObject({
    kind: 'empty',
    text: expect.stringContaining(text) as string,
  });
});

test('what is no fault of the month is shown as it is', () => {
  expect(orMonthFault(error, '2026-03', NOW_MS)).toBe(error);
  expect(orMonthFault(error, '', NOW_MS)).toBe(error);
  const content = { kind: 'content', title: '4月' } as const;
  expect(orMonthFault(content, '2026-04', NOW_MS)).toBe(content);
});
