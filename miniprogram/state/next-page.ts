import type { Success } from '../api/client';
import { NO_MORE_CAME } from '../text/next-page';
import type { Shown } from './shown';

interface Paged {
  /** Where the next page begins; null: this was the last. */
  readonly nextCursor: string | null;
}

/** A page with a list that goes on. */
interface Lister {
  readonly data: { readonly isLoadingMore: boolean };
  setData(data: { readonly isLoadingMore: boolean }): void;
}

/** Where a list goes on of which the first page and more are there; null: nowhere. */
export function cursorAfter(first: Shown<Paged>, more: readonly Paged[]): string | null {
  const last = more.at(-1) ?? (first.kind === 'known' ? first.output : undefined);
  return last?.nextCursor ?? null;
}

/**
 * The next page of a list, asked for once at a time; one that does not come is said. Undefined: it did not
 * come, there is none, or the list goes on elsewhere by now: it was asked for anew, or something else was.
 */
export async function nextPage<T, Cursor extends string>(
  page: Lister,
  cursorNow: () => Cursor | null,
  ask: (cursor: Cursor) => Promise<Success<T> | { readonly ok: false }>,
): Promise<T | undefined> {
  const cursor = cursorNow();
  if (page.data.isLoadingMore || cursor === null) return undefined;
  page.setData({ isLoadingMore: true });
  const result = await ask(cursor);
  page.setData({ isLoadingMore: false });
  if (cursorNow() !== cursor) return undefined;
  if (result.ok) return result.output;
  await wx.showToast({ title: NO_MORE_CAME, icon: 'none' });
  return undefined;
}
