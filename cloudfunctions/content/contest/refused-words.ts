import { checkWords } from '../../_kit/content-checks';

interface Worded {
  readonly text: string;
  readonly options: readonly { readonly text: string }[];
  readonly why: string;
}

/** Most characters of one check of WeChat's. */
const MOST_CHECKED = 2500;

/** WeChat's number of the first part of these words that it refuses; null where it refuses nothing. */
export const labelOfRefused = (
  openId: string,
  questions: readonly Worded[],
  title = '',
): Promise<number | null> =>
  labelOfWords(openId, [
    title,
    ...questions.map(({ text, options, why }) =>
      [text, ...options.map((option) => option.text), why].join('\n'),
    ),
  ]);

/** As labelOfRefused, of words as they are written one below the other. */
export async function labelOfWords(
  openId: string,
  words: readonly string[],
): Promise<number | null> {
  const parts: string[] = [];
  for (const each of words) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + each.length < MOST_CHECKED) {
      parts[parts.length - 1] = `${last}\n${each}`;
    } else parts.push(each);
  }
  const verdicts = await Promise.all(parts.map((part) => checkWords(openId, part)));
  return (
    verdicts.flatMap((verdict) => (verdict.kind === 'refused' ? [verdict.label] : []))[0] ?? null
  );
}
