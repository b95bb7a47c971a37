/**
 * What a ballot carries beside the names on it, so that it is as long as any other of its poll: one with no name at
 * all, or with all that there are. Spaces, for the lengths of ids and names are those of JSON in plain letters.
 * docs/decisions/how-a-ballot-keeps-its-secret.md
 */
export function ballotPadding(candidateIds: readonly string[], chosen: readonly string[]): string {
  return ' '.repeat(1 + Math.max(0, lengthOf(candidateIds) - lengthOf(chosen)));
}

/** Of the longest list there can be, more than enough: 20 ids of 40 letters, each with quotes and a comma. */
export const MOST_PADDING = 1000;

const lengthOf = (ids: readonly string[]): number => JSON.stringify(ids).length;
