/** Of one setData; what phones take without a halt is 25 KB, and what frames a list comes on top. */
const MOST_BYTES = 22_000;

interface Page {
  readonly data: Readonly<Record<string, unknown>>;
  setData(values: Record<string, unknown>): void;
}

type Change = readonly [path: string, value: unknown];

/**
 * Shows `next` in the place of what the page has there: only what is different goes to it, and a long list
 * in pieces, the first screen in the first.
 */
export function showInPieces<K extends string>(
  page: Page & { readonly data: Readonly<Record<K, unknown>> },
  name: K,
  next: object,
): void {
  const waiting = changesOf(name, page.data[name], next);
  while (waiting.length > 0) page.setData(Object.fromEntries(nextPiece(waiting)));
}

/** Takes from the front what one setData may carry. */
function nextPiece(waiting: Change[]): Change[] {
  const piece: Change[] = [];
  let left = MOST_BYTES;
  for (let change = waiting[0]; change !== undefined; change = waiting[0]) {
    const bytes = bytesOf(change);
    if (bytes > left && piece.length > 0) break;
    waiting.shift();
    if (bytes > left) {
      const [value, rest] = cut(change, { left });
      waiting.unshift(...rest);
      return [[change[0], value]];
    }
    piece.push(change);
    left -= bytes;
  }
  return piece;
}

/** As much of a value as there is room for, all but lists whole, and the rows that come later. */
function cut([path, value]: Change, room: { left: number }): [value: unknown, rest: Change[]] {
  const rest: Change[] = [];
  if (Array.isArray(value)) {
    const kept: unknown[] = [];
    for (const [at, row] of (value as readonly unknown[]).entries()) {
      const change = [`${path}[${at}]`, row] as const;
      const bytes = bytesOf(change);
      if (rest.length > 0 || (bytes > room.left && bytes <= MOST_BYTES)) rest.push(change);
      else if (bytes > MOST_BYTES) kept.push(taken(change));
      else {
        kept.push(row);
        room.left -= bytes;
      }
    }
    return [kept, rest];
  }
  if (!hasList(value)) {
    room.left -= bytesOf([value]);
    return [value, rest];
  }
  const fields = Object.entries(value).map(([key, field]) => [
    key,
    taken([`${path}.${key}`, field]),
  ]);
  return [Object.fromEntries(fields), rest];

  function taken(change: Change): unknown {
    const [part, later] = cut(change, room);
    rest.push(...later);
    return part;
  }
}

/** An object without a list is one thing: it may be shared by many rows, and is never written into. */
function changesOf(path: string, before: unknown, after: unknown): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const isLonger = Array.isArray(before) && Array.isArray(after) && before.length <= after.length;
  // Nothing is written into an empty one: all views without rows may share it.
  if (isLonger && before.length > 0) {
    return (after as readonly unknown[]).flatMap((row, at): Change[] => {
      const place = `${path}[${at}]`;
      return at < before.length ? changesOf(place, before[at], row) : [[place, row]];
    });
  }
  if (!hasList(before) || !hasList(after) || keysOf(before) !== keysOf(after)) {
    return [[path, after]];
  }
  return Object.entries(after).flatMap(([key, value]) =>
    changesOf(`${path}.${key}`, before[key], value),
  );
}

const keysOf = (value: object): string => Object.keys(value).sort().join();

function hasList(value: unknown): value is Readonly<Record<string, unknown>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).some((field) => Array.isArray(field) || hasList(field))
  );
}

/** In UTF-8, where nearly all that is not ASCII has three. */
function bytesOf(value: readonly unknown[]): number {
  const text = JSON.stringify(value);
  return text.length + 2 * text.replace(/[ -~]+/gu, '').length;
}
