/** From so many on whose result stands nowhere, figures tell of nobody. docs/rules.md#R-256 */
const LEAST_UNNAMED = 5;

export interface Taker {
  /** Whether they agreed that others see their result. */
  readonly isShared: boolean;
  /** Of each question, in the order of the contest, whether it was answered rightly. */
  readonly right: readonly boolean[];
}

export interface ContestFigures {
  /** Right answers of a taker on average, in tenths, rounded. */
  readonly averageTenths: number;
  /** The question that most got wrong, the first of equals; null when everything was right. */
  readonly hardest: { readonly index: number; readonly wrong: number } | null;
}

/**
 * What all takers together did; null where the sum would tell of one who has not agreed: when one to
 * four have not. Also null without takers. docs/rules.md#R-256
 */
export function contestFigures(takers: readonly Taker[]): ContestFigures | null {
  const unnamed = takers.filter(({ isShared }) => !isShared).length;
  if (takers.length === 0 || (unnamed > 0 && unnamed < LEAST_UNNAMED)) return null;
  const rights = takers.reduce((sum, { right }) => sum + right.filter(Boolean).length, 0);
  const questions = takers[0]?.right.length ?? 0;
  const wrongs = Array.from(
    { length: questions },
    (_, index) => takers.filter(({ right }) => right[index] !== true).length,
  );
  const wrong = Math.max(0, ...wrongs);
  return {
    averageTenths: Math.round((rights * 10) / takers.length),
    hardest: wrong === 0 ? null : { index: wrongs.indexOf(wrong), wrong },
  };
}
