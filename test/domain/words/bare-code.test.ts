import * as fc from 'fast-check';
import { bareCode } from '../../../domain/words/bare-code';

test.each([
  ['ＱＹ１５６２２', 'QY15622'],
  ['QY 15622', 'QY15622'],
  ['qy-15622', 'QY15622'],
  ['QY－15622', 'QY15622'],
  ['QY—15622', 'QY15622'],
  ['\u202dQY15622\u202c', 'QY15622'],
  [' YX7K 2M', 'YX7K2M'],
  ['ＹＸ７Ｋ２Ｍ', 'YX7K2M'],
  ['yx7\u200bk2m\n', 'YX7K2M'],
  ['１２３　４５６', '123456'],
])('%j is the code %s', (typed, code) => {
  expect(bareCode(typed)).toBe(code);
});

test.each(['QY1562/2', 'QY1562,2', 'QY1562。2', '工号15622'])(
  '%j keeps what no code has in it, so that it is refused',
  (typed) => {
    expect(bareCode(typed)).toBe(typed);
  },
);

test('a code made bare twice is made bare once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const code = bareCode(typed);
      expect(bareCode(code)).toBe(code);
    }),
  );
});
