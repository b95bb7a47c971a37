/**
 * What a picture may have in bytes, as it is sent to who reads it: a phone makes it so small, and a function
 * takes no larger one. docs/rules.md#R-286
 */
export const MOST_PICTURE_BYTES = {
  notes: 300 * 1024,
  items: 200 * 1024,
  suggestions: 200 * 1024,
} as const;

/** Of the small one for lists that lies beside a picture of an item. docs/rules.md#R-221 */
export const MOST_SMALL_BYTES = 20 * 1024;
