/** Of a list behind a figure: a screen and a half, well under 25 KB on the phone. */
export const MOST_ROWS = 50;

/** How many rows the pages before had; undefined when the cursor is none of ours. */
export function positionIn(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return 0;
  return /^\d{1,7}$/u.test(cursor) ? Number(cursor) : undefined;
}
