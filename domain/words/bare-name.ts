import { withoutInvisible } from './clean-words';

/** White, and every dot that stands between the parts of a name from another language. */
export const WHITE_AND_DOTS =
  /[\s.\u00b7\u0387\u1427\u16eb\u2022\u2027\u2219\u22c5\u25cf\u25e6\u26ab\u2981\u2b24\u2e30\u2e31\u2e33\u3002\u30fb\ua78f]/gu;

/** Radicals that stand in copied texts for the character itself, where Unicode names no equivalent. */
const CHARACTER_OF: Readonly<Record<number, number>> = {
  0x2ea0: 0x6c11,
  0x2ea9: 0x738b,
  0x2ec1: 0x864e,
  0x2ec4: 0x897f,
  0x2ec5: 0x89c1,
  0x2ec6: 0x89d2,
  0x2ec9: 0x8d1d,
  0x2ecb: 0x8f66,
  0x2ed1: 0x9577,
  0x2ed3: 0x957f,
  0x2ed4: 0x95e8,
  0x2ed8: 0x9752,
  0x2ed9: 0x97e6,
  0x2eda: 0x9875,
  0x2edb: 0x98ce,
  0x2edc: 0x98de,
  0x2edd: 0x98df,
  0x2ee2: 0x9a6c,
  0x2ee3: 0x9aa8,
  0x2ee4: 0x9b3c,
  0x2ee5: 0x9c7c,
  0x2ee6: 0x9e1f,
  0x2ee7: 0x5364,
  0x2ee8: 0x9ea6,
  0x2ee9: 0x9ec4,
  0x2eec: 0x9f50,
  0x2eee: 0x9f7f,
  0x2ef0: 0x9f99,
};
const RADICAL = /[\u2ea0-\u2ef0]/gu;

/**
 * A name as it is compared and searched, never kept: without white, dots and what nobody sees, in
 * capitals, each character in the one form that Unicode prefers. docs/rules.md#R-60
 */
export function bareName(name: string): string {
  return inCapitals(name).replace(WHITE_AND_DOTS, '').normalize('NFKC');
}

/** Without what nobody sees, in capitals, each character in the one form that Unicode prefers. */
export function inCapitals(text: string): string {
  return withoutInvisible(text).normalize('NFKC').toUpperCase().replace(RADICAL, toCharacter);
}

function toCharacter(radical: string): string {
  const point = radical.charCodeAt(0);
  return String.fromCharCode(CHARACTER_OF[point] ?? point);
}

/** Whether two ways of writing a person's name mean the same. docs/rules.md#R-60 */
export function isSameName(a: string, b: string): boolean {
  return bareName(a) === bareName(b);
}

/** Whether one of the texts has what is searched for in it; nothing is in every text. */
export function hasInIt(texts: readonly (string | null)[], query: string): boolean {
  const wanted = bareName(query);
  return texts.some((text) => bareName(text ?? '').includes(wanted));
}
