import { cutWords } from '../../../cloudfunctions/_kit/cut-words';

describe('a text that does not fit', () => {
  it.each([
    ['is left alone when it fits', '学习提醒', 4, {}, '学习提醒'],
    ['ends with a mark', '学习贯彻全国两会精神', 8, {}, '学习贯彻全国两…'],
    ['keeps no part of a number', '培训改到 13:45 开始', 8, {}, '培训改到…'],
    ['keeps no part of an emoji', '家👨‍👩‍👧‍👦家', 4, {}, '家…'],
    ['keeps its end', '学习贯彻全国两会精神', 9, { end: '等3条' }, '学习贯彻…等3条'],
    ['has no mark where it is forbidden', '学习贯彻全国两会精神', 5, { mark: '' }, '学习贯彻'],
    ['of one long word is cut within it', 'abcdefghijkl', 5, {}, 'abcd…'],
    ['ends without a comma', '地点、时间和人员', 4, {}, '地点…'],
    ['gives way to its end', '学习', 3, { end: '没有同意换班' }, '没有…'],
  ] as const)('%s', (_, text, most, cut, shown) => {
    expect(cutWords(text, most, cut)).toBe(shown);
  });
});
