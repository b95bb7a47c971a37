import { NOTICE_KINDS } from '../../../domain/notice/kind-names';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';

test('every kind that has rules is named, once, and every named one has rules', () => {
  expect([...NOTICE_KINDS].sort()).toEqual(Object.keys(KIND_RULES).sort());
});
