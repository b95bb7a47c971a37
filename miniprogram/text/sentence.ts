/** Words that somebody wrote, as a sentence. */
export const sentence = (words: string): string =>
  /[。！？…]$/u.test(words) ? words : `${words}。`;
