import * as fc from 'fast-check';
import { bareName, hasInIt, isSameName } from '../../../domain/words/bare-name';

describe('a name written in two ways', () => {
  test.each([
    ['a space', 'Li Ming', 'LiMing'],
    ['a wide space', '李\u3000明', '李明'],
    ['an unbreakable space', '李\u00a0明', '李明'],
    ...Array.from('•‧∙⋅・･．.。｡●⸱․◦⦁᛫ꞏ\u0387').map((dot) => [
      `the dot ${dot}`,
      `迪娜${dot}哈力克`,
      '迪娜·哈力克',
    ]),
    ['no dot at all', '迪娜哈力克', '迪娜·哈力克'],
    ['composed characters', 'e\u0301', '\u00e9'],
    ['a zero-width space', '李\u200b明', '李明'],
    ['a joiner', '李\u200d明\u200c', '李明'],
    ['a byte-order mark', '\ufeff李明', '李明'],
    ['a soft hyphen', 'Li\u00adMing', 'LiMing'],
    ['an override of direction', '\u202d李明\u202c', '李明'],
    ['a filler', '李明\u3164', '李明'],
    ['tags', '李明\u{e0041}', '李明'],
    ['a Kangxi radical', '\u2f2d明', '山明'],
    ['a radical of the supplement', '\u2ee2超', '马超'],
    ['another radical of the supplement', '\u2ef0\u2ee9', '龙黄'],
    ['a compatibility ideograph', '\uf9e1明', '李明'],
    ['wide letters', 'Ｌｉ', 'Li'],
    ['small letters', 'li ming', 'Li Ming'],
    ['wide digits', '李明２', '李明2'],
  ])('with %s is the same', (_what, a, b) => {
    expect(isSameName(a, b)).toBe(true);
    expect(isSameName(b, a)).toBe(true);
  });

  test.each([
    ['another letter', 'Li Ming', 'Li Mang'],
    ['another character of the same sound', '李明', '李鸣'],
    ['one character more', '张三', '张三丰'],
    ['the other order', '明李', '李明'],
    ['traditional characters', '馬超', '马超'],
    ['a circle for a zero', '李○明', '李〇明'],
    ['an accent', 'René', 'Rene'],
    ['nothing', '', 'A'],
  ])('with %s is another', (_what, a, b) => {
    expect(isSameName(a, b)).toBe(false);
    expect(isSameName(b, a)).toBe(false);
  });

  test('made bare twice is made bare once, and the same as it was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const bare = bareName(name);
        expect(bareName(bare)).toBe(bare);
        expect(isSameName(bare, name)).toBe(true);
      }),
    );
  });
});

describe('searching', () => {
  const texts = ['迪娜·哈力克', 'QY二值', null];

  test.each(['娜·哈', '娜哈', '哈\u200b力', 'ｑｙ', 'qy', ' 二 值 ', '', '\u200b'])(
    '%j is found',
    (query) => {
      expect(hasInIt(texts, query)).toBe(true);
    },
  );

  test.each(['哈娜', 'QY三', '克二'])('%j is not', (query) => {
    expect(hasInIt(texts, query)).toBe(false);
  });
});
