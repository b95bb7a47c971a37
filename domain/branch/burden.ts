/**
 * Minutes of study asked of one person in a month from which on it is said to be over the limit, as a
 * fact to those who look, and to nobody as a warning. docs/rules.md#R-124
 */
export const BURDEN_LIMIT_MINUTES = 100;

/** How many people were asked the same number of minutes. */
export interface AskedMinutes {
  readonly minutes: number;
  readonly people: number;
}

export interface Burden {
  readonly medianMinutes: number;
  readonly highestMinutes: number;
}

/**
 * Of everybody who was asked anything in the month; of an even number of people the lower of the two
 * in the middle, which somebody was really asked. 0 when nobody was. docs/rules.md#R-42, #R-124
 */
export function burdenOf(asked: readonly AskedMinutes[]): Burden {
  const byMinutes = asked.filter(({ people }) => people > 0).sort((a, b) => a.minutes - b.minutes);
  const middle = Math.ceil(byMinutes.reduce((sum, { people }) => sum + people, 0) / 2);
  let passed = 0;
  const median = byMinutes.find(({ people }) => {
    passed += people;
    return passed >= middle;
  });
  return { medianMinutes: median?.minutes ?? 0, highestMinutes: byMinutes.at(-1)?.minutes ?? 0 };
}
