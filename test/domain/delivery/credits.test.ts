import { hasCreditFor } from '../../../domain/delivery/credits';
import { DEFAULT_DELIVERY_RULES } from '../../../domain/delivery/delivery-rules';

const message = (importance: number, creditKind = 'notice') => ({ importance, creditKind });

test.each([
  ['one credit and nobody before it', message(2), 1, [], true],
  ['none', message(2), 0, [], false],
  ['one, which something more important waits for', message(2), 1, [message(3)], false],
  ['one, which something as important waits for', message(2), 1, [message(2)], false],
  ['one, which something less important waits for', message(3), 1, [message(2)], true],
  ['one of its kind, while another kind is waited for', message(2), 1, [message(4, 'poll')], true],
  ['two, of which one is waited for', message(2), 2, [message(4)], true],
  ['one, and little importance: the last is kept', message(1), 1, [], false],
  ['two, and little importance', message(1), 2, [], true],
])('with %s', (_name, asked, notice, claims, has) => {
  expect(hasCreditFor(asked, { notice }, claims, DEFAULT_DELIVERY_RULES)).toBe(has);
});
