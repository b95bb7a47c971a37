/** Marks and spaces that expect something to follow. */
const HANGING = /[\s，、；：,;:（(“"《—…-]+$/u;

/**
 * The first `most` characters of a text of which one more was read, where there are more: not ending in
 * a comma, and with '…'.
 */
export function excerptOf(read: string, most: number): string {
  const characters = Array.from(read);
  if (characters.length <= most) return read;
  return `${characters.slice(0, most).join('').replace(HANGING, '')}…`;
}
