import type { OutputOf } from '../../../contract/action';
import { SEARCHED_KINDS, type search as action } from '../../../contract/search';
import { DAY_WRITING } from '../../../contract/search.text';
import { readSearch } from '../../../domain/search/search-words';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { memberOfCaller } from '../../_store/people/callers';
import { readPlace, type PlaceInList } from '../../_store/place-in-list';
import { readSearched } from '../../_store/search/searched';
import { foundIn, isBehind, type Found } from './found-in';

type Row = OutputOf<typeof action>['rows'][number];

const PAGE = 20;
/** Beside the request for who asks. */
const MOST_READINGS = 3;
/** Behind every id that something found has. */
const LAST_ID = 'z';
const FIRST: PlaceInList = { atMs: 4_102_444_800_000, id: LAST_ID };

/**
 * Reads back from where the last page ended until a page is full, at most three requests; what is found
 * is decided here. docs/decisions/search-reads-back.md
 */
export const search: Handler<typeof action> = async ({ words, kind, cursor }, ctx) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const read = readSearch(words, DAY_WRITING);
  if (read.kind === 'refused') return ctx.fail('too-short');
  const member = await memberOfCaller(ctx.openId);
  if (member === null) return ctx.fail('not-bound');
  const nowMs = ctx.nowMs();
  const asked = { parts: read.parts, member, roles: ctx.caller.roles, nowMs };
  const kinds = kind === undefined ? SEARCHED_KINDS : [kind];
  const found: Found[] = [];
  let next: PlaceInList | null = place ?? FIRST;
  for (let readings = 0; next !== null && readings < MOST_READINGS; readings += 1) {
    const from: PlaceInList = next;
    const searched = await readSearched(member, kinds, from.atMs);
    next = placeBefore(searched.readBackToMs, from.atMs);
    const untilMs = next?.atMs ?? 0;
    found.push(
      ...foundIn(searched, asked)
        .filter((each) => each.atMs > untilMs && isBehind(from, each))
        .sort((a, b) => (isBehind(a, b) ? -1 : 1)),
    );
    if (found.length > PAGE) next = found[PAGE - 1] ?? null;
    if (found.length >= PAGE) break;
  }
  return ctx.answer({
    nowMs,
    rows: found.slice(0, PAGE).map(toRow),
    nextCursor: next === null ? null : `${next.atMs}_${next.id}`,
    lookedBackTo: next === null ? null : dayOfInstant(next.atMs),
  });
};

/**
 * Before the instants of which everything was read: of the last there may be more. Where a whole reading
 * is of one instant it goes on before that, so that it comes to an end.
 */
function placeBefore(readBackToMs: number | null, fromAtMs: number): PlaceInList | null {
  if (readBackToMs === null) return null;
  return { atMs: Math.min(readBackToMs, fromAtMs - 1), id: LAST_ID };
}

function toRow({ id, kind, title, day, mark, page }: Found): Row {
  return { key: id, kind, title, day, mark, page };
}
