import { DAY_WRITING } from '../../../contract/search.text';
import { foundOn, readSearch, searchForm } from '../../../domain/search/search-words';
import { localDay } from '../../../domain/time/local-day';

const FIRST = localDay('2026-03-05');
const SECOND = localDay('2026-03-12');

/** The day for which this title is found; undefined: it is not. */
function found(words: string, title: string, days = [FIRST]) {
  const read = readSearch(words, DAY_WRITING);
  if (read.kind === 'refused') throw new Error(read.reason);
  return foundOn(read.parts, [title, null], days);
}

test.each<[words: string, title: string]>([
  ['礼品', '礼 品登记怎么填'],
  ['礼 品', '礼品登记怎么填'],
  ['登记 礼品', '礼品登记怎么填'],
  ['abc', 'ＡＢＣ 管理办法'],
  ['ＧＢ１２３', 'gb 123-2026'],
  ['１２', '12 项规定'],
  ['阿依古丽买买提', '阿依古丽·买买提的发言'],
  ['党\u200b课', '党课开讲'],
  ['党课', '党\u200b课开讲'],
  ['⺠主', '民主生活会'],
  ['2026—03', '2026-03 总结'],
  ['2026年3月', '2026年3月工作总结'],
])('%s is found in %s', (words, title) => {
  expect(found(words, title, [localDay('2025-01-01')])).toBe('2025-01-01');
});

test.each<[words: string, title: string]>([
  ['礼品 发票', '礼品登记怎么填'],
  ['3.5', '建党35周年'],
  ['.*登记', '礼品登记怎么填'],
  ['[一-龥]+', '礼品登记怎么填'],
  ['^礼品$', '礼品'],
  ['%E7%A4%BC', '礼品'],
])('%s is not found in %s', (words, title) => {
  expect(found(words, title, [localDay('2025-01-01')])).toBeUndefined();
});

test.each(['3月5日', '3 月 5 日', '3.5', '３．５', '2026-03', '三月', '2026年', '20260305'])(
  'by %s what is of that day is found',
  (words) => {
    expect(found(words, '支部党员大会')).toBe(FIRST);
  },
);

test('words and a day have both to fit, and of several days the one that was asked for is said', () => {
  expect(found('大会 3月12日', '支部党员大会', [FIRST, SECOND])).toBe(SECOND);
  expect(found('大会', '支部党员大会', [FIRST, SECOND])).toBe(FIRST);
  expect(found('党课 3月12日', '支部党员大会', [FIRST, SECOND])).toBeUndefined();
  expect(found('大会 3月13日', '支部党员大会', [FIRST, SECOND])).toBeUndefined();
});

test.each<[what: string, words: string, reason: string]>([
  ['nothing', '', 'nothing'],
  ['white', ' \u3000\n', 'nothing'],
  ['what nobody sees', '\u200b\u3164\u202e', 'nothing'],
  ['marks without a letter', '\u0301'.repeat(20), 'nothing'],
  ['dots', '···', 'nothing'],
  ['one character', '党', 'too-short'],
  ['one digit', '３', 'too-short'],
  ['one character among what nobody sees', '\u200b党\u200b', 'too-short'],
  ['more than anybody types', '党'.repeat(41), 'too-long'],
  ['ten thousand combining marks', `a${'\u0301'.repeat(10_000)}`, 'too-long'],
])('%s is refused', (_what, words, reason) => {
  expect(readSearch(words, DAY_WRITING)).toEqual({ kind: 'refused', reason });
});

test.each(['党'.repeat(40), '3月', '党课', 'a\u0301'.repeat(20), '\ufdfa'.repeat(40)])(
  'what is within the limits is searched for',
  (words) => {
    expect(readSearch(words, DAY_WRITING).kind).toBe('search');
  },
);

test('a dot stays between digits only', () => {
  expect(searchForm('A.B · 3.5。2.')).toBe('AB3.52');
});
