/** Words that somebody wrote, inside a sentence that goes on: without the stops, commas and white at their end. */
export const withoutStop = (words: string): string => words.replace(/[。．.；;，,\s]+$/u, '');
