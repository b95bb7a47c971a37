import { readSittingCode } from '../../../domain/study/check-in-code';
import { studyOfCode } from '../../../domain/study/study-of-code';

test.each([
  'QF1.study-1.sitting-1.1k2m3n.0123456789abcdef0123',
  '  QF1.s.t.1.0123456789abcdef0123\n',
])('says of %j what reading it whole says', (payload) => {
  expect(studyOfCode(payload)).toBe(readSittingCode(payload)?.studyId);
  expect(studyOfCode(payload)).toBeDefined();
});

test.each(['', 'QFM1.member.1.0123456789abcdef0123', 'https://weixin.qq.com'])(
  'knows none of %j',
  (payload) => {
    expect(studyOfCode(payload)).toBeUndefined();
  },
);
