import * as fc from 'fast-check';
import { cleanWords } from '../../../domain/words/clean-words';

const anyText = fc.string({ unit: 'binary', maxLength: 40 });
/** Mostly of what is taken away or holds something together. */
const spitefulText = fc.string({
  unit: fc.constantFrom(
    ...['a', '李', ' ', '\n', '\u200b', '\u200d', '\ufe0f', '\u202e', '\u20e3', '\u0301', '\u3164'],
    ...['\ud83d', '\udc69', '👩', '🏽', '❤', '1', '\u2800', '\u{e0067}'],
  ),
  maxLength: 12,
});

describe('words as they are kept', () => {
  test.each([
    ['white around them', ' 李明\u3000\n', '李明'],
    ['a zero-width space', '李\u200b明', '李明'],
    ['joiners between letters', '李\u200c明\u200d', '李明'],
    ['a word joiner', '李\u2060明', '李明'],
    ['a byte-order mark', '\ufeff李明', '李明'],
    ['a soft hyphen', 'Wa\u00adng', 'Wang'],
    ['marks of direction', '\u200e李\u200f明', '李明'],
    ['overrides of direction', '\u202e明李\u202c\u2066x\u2069', '明李x'],
    ['Hangul fillers', '李\u3164明\u115f\u1160\uffa0', '李明'],
    ['tags', '李明\u{e0041}\u{e007f}', '李明'],
    ['variation selectors of letters', '李\ufe0f明\u{e0100}', '李明'],
    ['half a character', '李\ud83d明\udc69', '李明'],
    ['a control that means nothing', '李\u0085明', '李明'],
    ['the mark of an object that is missing', '李明\ufffc', '李明'],
  ])('are without %s', (_what, typed, kept) => {
    expect(cleanWords(typed)).toBe(kept);
  });

  test.each([
    'e\u0301t\u00e9',
    '第一 支部（运行）',
    'ＱＹ１５',
    '两行\n字',
    '𠮷野',
    '\u2eaa',
    '❤️ 👨‍👩‍👧 👩🏽‍⚕️ 🏳️‍🌈 1️⃣ ☺️ 👁️‍🗨️',
  ])('%j is kept as it is', (typed) => {
    expect(cleanWords(typed)).toBe(typed);
  });

  test.each([
    ['nothing', ''],
    ['white', ' \u3000\u00a0\n\u2003'],
    ['what nobody sees', '\u200b\u3164\u202e'],
    ['half a character', '\ud83d'],
    ['marks without a letter', '\u0301\u0302 \u20dd'],
    ['the blank of Braille', '\u2800'],
    ['selectors and tags', '\ufe0f\u{e0041}\u{e0100}'],
  ])('are none when there is only %s', (_what, typed) => {
    expect(cleanWords(typed)).toBe('');
  });

  test.each([anyText, spitefulText])('cleaned twice are cleaned once', (texts) => {
    fc.assert(
      fc.property(texts, (text) => {
        const kept = cleanWords(text);
        expect(cleanWords(kept)).toBe(kept);
      }),
    );
  });

  test('what nobody sees makes no difference to them wherever it stands', () => {
    const unseen = fc.constantFrom('\u200b', '\u3164', '\u202e', '\u2060', '\ufeff', '\u{e0041}');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), unseen, fc.nat(), (text, mark, place) => {
        const at = place % (text.length + 1);
        expect(cleanWords(text.slice(0, at) + mark + text.slice(at))).toBe(cleanWords(text));
      }),
    );
  });
});
