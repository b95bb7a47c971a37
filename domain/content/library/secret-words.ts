import { withoutInvisible } from '../../words/clean-words';

/** What points to a secret, as data: contract/content/secret-signs.text.ts has ours. docs/rules.md#R-241 */
export interface SecretSigns {
  /** Marks of secrecy, and words of papers that stay inside, each by what it is a sign of. */
  readonly words: Readonly<Record<'secrecy' | 'internal', readonly string[]>>;
  /** A mark as it is stamped, apart from what stands around it: it is one whatever follows. */
  readonly stamped: RegExp;
  /** What has such words in it and is no sign: laws, lessons in keeping secrets, the Party's history. */
  readonly plain: readonly string[];
  /** Two words of which the one ends and the other begins as such a word: global. */
  readonly straddling: RegExp;
  /** How the number of a stamped paper is written. */
  readonly fileNumber: RegExp;
}

export interface SecretSign {
  readonly kind: 'secrecy' | 'internal' | 'file-number';
  /** What was found, as it is compared: without white, in half width. */
  readonly found: string;
}

/**
 * The first sign of a secret in a text, or undefined. Compared without white and what nobody sees, so
 * that spaces between the characters hide nothing; white only tells what stands apart. Numbers of papers
 * count where `withNumbers`: in the field for the number stands that of a public paper.
 * docs/rules.md#R-241
 */
export function secretIn(
  text: string,
  { words, stamped, plain, straddling, fileNumber }: SecretSigns,
  withNumbers = true,
): SecretSign | undefined {
  const seen = withoutInvisible(text).normalize('NFKC');
  const stamp = stamped.exec(seen)?.[1];
  if (stamp !== undefined) return { kind: 'secrecy', found: withoutWhite(stamp) };
  const bare = withoutWhite(seen);
  const told = plain
    .reduce((rest, harmless) => rest.split(bareText(harmless)).join(' '), bare)
    .replace(straddling, ' ');
  for (const kind of ['secrecy', 'internal'] as const) {
    const found = words[kind].find((word) => told.includes(bareText(word)));
    if (found !== undefined) return { kind, found };
  }
  const number = withNumbers ? fileNumber.exec(bare)?.[0] : undefined;
  return number === undefined ? undefined : { kind: 'file-number', found: number };
}

const bareText = (text: string): string => withoutWhite(withoutInvisible(text).normalize('NFKC'));

const withoutWhite = (text: string): string => text.replace(/\s/gu, '');
