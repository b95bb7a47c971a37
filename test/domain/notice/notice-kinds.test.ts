import { NOTICE_KINDS } from '../../../domain/notice/notice-kind-names';
import { KIND_RULES } from '../../../domain/notice/notice-kinds';

test('every kind that has rules is named, and the reverse', () => {
  expect(Object.keys(KIND_RULES).sort()).toEqual([...NOTICE_KINDS].sort());
});
