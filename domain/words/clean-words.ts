/** Code points, the last one too. */
type Range = readonly [first: number, last: number];

/**
 * What nobody sees in a text: Unicode's ignorable characters, controls without a meaning, marks of
 * annotation, what is no character, and halves of one. As ranges: not every phone's engine reads \p{…}.
 */
const INVISIBLE: readonly Range[] = [
  [0x80, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xd800, 0xdfff],
  [0xfdd0, 0xfdef],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffc],
  [0xfffe, 0xffff],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

/** The blank of Braille, and marks that say nothing without a letter below them. */
const NO_WORDS: readonly Range[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0x2800, 0x2800],
  [0x302a, 0x302f],
  [0x3099, 0x309a],
  [0xfe20, 0xfe2f],
];

/** Pictures that can be parts of one emoji, tones of skin among them. */
const PICTURES: readonly Range[] = [
  [0xa9, 0xae],
  [0x203c, 0x2049],
  [0x2122, 0x2bff],
  [0x3030, 0x303d],
  [0x3297, 0x3299],
  [0x1f000, 0x1fbff],
];

const HIDDEN = new RegExp(`[${inside(INVISIBLE)}]`, 'u');
const PICTURE = new RegExp(`[${inside(PICTURES)}]`, 'u');
/** A character that says something. */
const WORD = new RegExp(`[^\\s${inside(INVISIBLE)}${inside(NO_WORDS)}]`, 'u');
const JOINER = '\u200d';
const AS_PICTURE = '\ufe0f';
const KEYCAP = '\u20e3';

/**
 * A person's words as they are kept: without what nobody sees and without white around them; ''
 * when nothing of them shows. What holds an emoji together stays. docs/rules.md#R-69
 */
export function cleanWords(text: string): string {
  const kept = HIDDEN.test(text) ? withoutHidden(text) : text;
  return WORD.test(kept) ? kept.trim() : '';
}

/** The text without anything that nobody sees, emoji falling into their parts: for comparing. */
export function withoutInvisible(text: string): string {
  return Array.from(text)
    .filter((character) => !HIDDEN.test(character))
    .join('');
}

function withoutHidden(text: string): string {
  const characters = Array.from(text);
  const kept: string[] = [];
  characters.forEach((character, at) => {
    const holds = holdsEmoji(character, kept.at(-1) ?? '', characters[at + 1] ?? '');
    if (holds || !HIDDEN.test(character)) kept.push(character);
  });
  return kept.join('');
}

function holdsEmoji(character: string, before: string, after: string): boolean {
  if (character === AS_PICTURE) return PICTURE.test(before) || after === KEYCAP;
  const isOpen = PICTURE.test(before) || before === AS_PICTURE;
  return character === JOINER && isOpen && PICTURE.test(after);
}

/** Expressions look through a long text many times as fast as code does, character by character. */
function inside(ranges: readonly Range[]): string {
  return ranges
    .map((range) => range.map((point) => `\\u{${point.toString(16)}}`).join('-'))
    .join('');
}
