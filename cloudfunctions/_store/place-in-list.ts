import { command, type Collection, type Page } from './database';

/** Where a page of a list ended that goes by an instant, and by id where that is the same. */
export interface PlaceInList {
  readonly atMs: number;
  readonly id: string;
}

interface Order {
  /** An instant of each document. */
  readonly by: string;
  readonly direction: 'asc' | 'desc';
  readonly limit: number;
}

const CURSOR = /^(\d{1,15})_([\w-]{1,80})$/u;

/** As a phone gives it back: null for the first page, undefined when it is none of ours. */
export function readPlace(cursor: string | undefined): PlaceInList | null | undefined {
  if (cursor === undefined) return null;
  const [, atMs, id] = CURSOR.exec(cursor) ?? [];
  return id === undefined ? undefined : { atMs: Number(atMs), id };
}

/** For the phone: behind the last of these; null when there are no more. */
export function cursorAfter<T extends { readonly _id: string }>(
  { documents, isLast }: Pick<Page<T>, 'documents' | 'isLast'>,
  atMsOf: (document: T) => number | null,
): string | null {
  const last = documents.at(-1);
  return isLast || last === undefined ? null : `${atMsOf(last) ?? 0}_${last._id}`;
}

type Fields = Readonly<Record<string, unknown>>;

/** The page behind `place` of what fits `query`, or any of several; null: the first. */
export function pageBehind<T>(
  documents: Pick<Collection<T>, 'page'>,
  query: Fields | readonly [Fields, Fields],
  { by, direction, limit }: Order,
  place: PlaceInList | null,
): Promise<Page<T>> {
  const orderBy = { [by]: direction, _id: direction };
  const any: readonly Fields[] = Array.isArray(query) ? query : [query as Fields];
  const further = place === null ? any : any.flatMap((each) => behind(each, by, direction, place));
  const [first = {}, ...more] = further;
  const wanted = more.length === 0 ? first : command.anyOf(first, ...more);
  return documents.page(wanted, { orderBy, limit });
}

/** `query` may itself bound the field: both hold. */
function behind(
  query: Fields,
  by: string,
  direction: Order['direction'],
  { atMs, id }: PlaceInList,
): readonly Fields[] {
  const after = direction === 'asc' ? command.gt : command.lt;
  const { [by]: bounds, ...rest } = query;
  const further =
    bounds === undefined
      ? after(atMs)
      : command.and(bounds as ReturnType<typeof after>, after(atMs));
  return [
    { ...rest, [by]: further },
    { ...rest, [by]: atMs, _id: after(id) },
  ];
}
