/** Of a page: well under 25 KB on the phone. */
const MOST_LINES = 40;

/** Whole entries from this position on, until a page is full of their lines. */
export function pageByLines<T extends { readonly lines: readonly unknown[] }>(
  entries: readonly T[],
  from: number,
): { readonly page: readonly T[]; readonly nextCursor: string | null } {
  const page: T[] = [];
  let lines = 0;
  for (const entry of entries.slice(from)) {
    if (lines >= MOST_LINES) break;
    page.push(entry);
    lines += entry.lines.length;
  }
  const end = from + page.length;
  return { page, nextCursor: end < entries.length ? String(end) : null };
}
