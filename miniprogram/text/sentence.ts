/** Words that somebody wrote, as a sentence. */
export const sentence = (words: string): string =>
  /[。！？…]$/u.test(words) ? words : `${words}。`;

/** The same inside a sentence that goes on. */
export const withoutStop = (words: string): string => words.replace(/[。．.；;，,\s]+$/u, '');
