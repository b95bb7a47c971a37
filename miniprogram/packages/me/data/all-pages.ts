import type { CommonError, TransportError } from '../../../../contract/action';
import type { Failure, Success } from '../../../api/client';

export type Read<T> = Success<T> | Failure<CommonError | TransportError>;

interface Page<T> {
  readonly rows: readonly T[];
  readonly nextCursor: string | null;
}

/** All pages of a list, the first first. */
export async function pages<T>(
  read: (cursor: string | undefined) => Promise<Read<Page<T>>>,
): Promise<Read<readonly T[]>> {
  const rows: T[] = [];
  for (let cursor: string | null | undefined; cursor !== null;) {
    const page = await read(cursor);
    if (!page.ok) return page;
    rows.push(...page.output.rows);
    cursor = page.output.nextCursor;
  }
  return { ok: true, output: rows };
}

export const at = (cursor: string | undefined) => (cursor === undefined ? {} : { cursor });

/** The list of an answer under the name that it has there. */
export function named<K extends string, T>(
  read: Read<{ readonly [N in K]: readonly T[] } & { readonly nextCursor: string | null }>,
  name: K,
): Read<Page<T>> {
  if (!read.ok) return read;
  return { ok: true, output: { rows: read.output[name], nextCursor: read.output.nextCursor } };
}

/** What each of them says, one question after the other. */
export async function each<A, T>(
  all: readonly A[],
  read: (one: A) => Promise<Read<T>>,
): Promise<Read<readonly T[]>> {
  const found: T[] = [];
  for (const one of all) {
    const answer = await read(one);
    if (!answer.ok) return answer;
    found.push(answer.output);
  }
  return { ok: true, output: found };
}
