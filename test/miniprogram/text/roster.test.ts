import { patternProblemText } from '../../../miniprogram/text/roster-errors';
import { numberText } from '../../../miniprogram/text/roster';

test('small numbers are written as people say them', () => {
  expect([1, 5, 10, 12, 20, 35].map(numberText)).toEqual([
    '一',
    '五',
    '十',
    '十二',
    '二十',
    '三十五',
  ]);
});

test('what is wrong with a pattern is told with the day people count', () => {
  expect(patternProblemText('shifts-overlap', 3)).toMatch(/^第 4 天的班还没下/u);
  expect(patternProblemText('cycle-length', undefined)).toBe('一轮要有 1 到 56 天，改一下天数。');
  expect(patternProblemText('offsets-missing', undefined)).toContain('一个一个点一下');
  expect(patternProblemText('something else', undefined)).toContain('重新看一遍');
});
