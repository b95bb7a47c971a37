import { notDelivered } from '../../../miniprogram/text/not-delivered';
import { NOW_MS } from '../../builders/phone/study';

const waiting = {
  action: 'reply',
  input: {},
  requestId: 'r-1',
  madeAtMs: NOW_MS,
  title: '支部组织生活怎么开',
} as const;

test('without the package that has the words, what was not done is named all the same', () => {
  const refused = { ok: false, code: 'closed', detail: {}, requestId: 'r-1' } as const;
  expect(notDelivered({ waiting, result: refused })?.content).toContain('支部组织生活怎么开');
  expect(notDelivered({ waiting, result: { ok: true, output: {} } })).toBe(undefined);
});
