/** From so many judges on the highest and the lowest of a criterion are left out. docs/rules.md#R-303 */
export const TRIMMED_FROM = 5;
/** A lecture that fewer have marked has no result. docs/rules.md#R-303 */
export const LEAST_MARKS = 2;

export interface Points {
  readonly criterionId: string;
  readonly points: number;
}

/** In hundredths of a point. */
export interface Score {
  readonly total: number;
  readonly byCriterion: readonly { readonly criterionId: string; readonly hundredths: number }[];
}

/**
 * Of each criterion the mean of what the judges gave, without the highest and the lowest from five
 * judges on, to the hundredth; the score is their sum. null: fewer than two have marked. docs/rules.md#R-303
 */
export function scoreOf(
  criterionIds: readonly string[],
  judgements: readonly (readonly Points[])[],
): Score | null {
  if (judgements.length < LEAST_MARKS) return null;
  const byCriterion = criterionIds.map((criterionId) => ({
    criterionId,
    hundredths: meanOf(judgements.map((points) => pointsIn(points, criterionId))),
  }));
  return { total: byCriterion.reduce((sum, { hundredths }) => sum + hundredths, 0), byCriterion };
}

const pointsIn = (points: readonly Points[], criterionId: string): number =>
  points.find((each) => each.criterionId === criterionId)?.points ?? 0;

function meanOf(points: readonly number[]): number {
  const sorted = [...points].sort((a, b) => a - b);
  const counted = sorted.length < TRIMMED_FROM ? sorted : sorted.slice(1, -1);
  return Math.round((counted.reduce((sum, each) => sum + each, 0) * 100) / counted.length);
}

export interface Award {
  readonly name: string;
  readonly places: number;
}

/**
 * Who has which award: by score, of equals by the criterion that was named before. Who is equal then too
 * has the same award, and as many places of the next are taken. docs/rules.md#R-303
 */
export function awardsOf(
  scores: readonly { readonly lectureId: string; readonly score: Score | null }[],
  awards: readonly Award[],
  tieCriterionId: string | null,
): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  const ranked = scores.flatMap(({ lectureId, score }) =>
    score === null ? [] : [{ lectureId, total: score.total, tie: tieOf(score, tieCriterionId) }],
  );
  for (const own of ranked) {
    const better = ranked.filter(
      ({ total, tie }) => total > own.total || (total === own.total && tie > own.tie),
    ).length;
    const award = awardAt(awards, better);
    if (award !== undefined) given.set(own.lectureId, award.name);
  }
  return given;
}

const tieOf = ({ byCriterion }: Score, tieCriterionId: string | null): number =>
  byCriterion.find(({ criterionId }) => criterionId === tieCriterionId)?.hundredths ?? 0;

function awardAt(awards: readonly Award[], better: number): Award | undefined {
  let places = 0;
  return awards.find((award) => {
    places += award.places;
    return better < places;
  });
}
