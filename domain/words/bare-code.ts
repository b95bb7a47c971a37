import { withoutInvisible } from './clean-words';

const FULL_WIDTH = /[\uff01-\uff5e]/gu;
const TO_HALF_WIDTH = 0xfee0;
const WHITE_AND_DASHES = /[\s\u002d\u2010-\u2015\u2212\u2e3a\u2e3b\u301c\ufe58\ufe63]/gu;

/**
 * A staff number, an invitation code or digits as they are kept and compared: in capitals of half
 * width, without white, dashes and what nobody sees. Anything else stays, to be refused. docs/rules.md#R-69
 */
export function bareCode(text: string): string {
  return withoutInvisible(text)
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - TO_HALF_WIDTH))
    .replace(WHITE_AND_DASHES, '')
    .toUpperCase();
}
