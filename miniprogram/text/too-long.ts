import { cleanWords } from '../../domain/words/clean-words';

/** How many characters of words are more than is taken. */
const excessOf = (words: string, most: number): number =>
  Math.max(0, cleanWords(words).length - most);

/** Below words that are longer than what is taken; '' where they are not. */
export function excessText(words: string, most: number): string {
  const excess = excessOf(words, most);
  return excess === 0 ? '' : `多了 ${excess} 字，删短才能交`;
}

/** Said when they are handed in all the same; '' where they fit. */
export function tooLongText(words: string, most: number): string {
  const excess = excessOf(words, most);
  return excess === 0 ? '' : `最多 ${most} 字，删掉 ${excess} 字再交。`;
}

/** What keeps words from being handed in; '' where nothing does. `missing`: of none. */
export const wordsFault = (words: string, most: number, missing: string): string =>
  cleanWords(words) === '' ? missing : tooLongText(words, most);
