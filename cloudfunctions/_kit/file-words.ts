/** Words as part of the name of a file: what no file can be called is '_'. */
export const fileWords = (words: string): string => words.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
