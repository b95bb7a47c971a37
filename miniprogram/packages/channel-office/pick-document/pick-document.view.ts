import type { OutputOf } from '../../../../contract/action';
import type { library } from '../../../../contract/content/library';
import type { LibraryRow } from '../../../../contract/content/library-shapes';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { dateText } from '../../../text/when';

export type Page = OutputOf<typeof library>;

interface PickRow {
  readonly documentId: string;
  readonly title: string;
  readonly note: string;
}

interface PickContent {
  readonly kind: 'content';
  readonly offline: string;
  readonly rows: readonly PickRow[];
  readonly empty: string;
  readonly hasMore: boolean;
}

export type PickView = Placeholder | PickContent;

export const opening: PickView = { kind: 'loading' };
export const unknownShelf: Shown<Page> = { kind: 'loading' };
export const noMore: readonly Page[] = [];

/** What members read now; the rest leads nobody anywhere. docs/rules.md#R-310 */
export function toPickView(
  state: Shown<Page>,
  more: readonly Page[],
  query: string,
  nowMs: number,
): PickView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  const rows = pages
    .flatMap((page) => page.rows)
    .filter(isRead)
    .map(rowOf);
  const hasMore = (pages.at(-1)?.nextCursor ?? null) !== null;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    rows,
    empty: rows.length > 0 || hasMore ? '' : emptyText(query),
    hasMore,
  };
}

const isRead = ({ state }: LibraryRow): boolean => state === 'shown' || state === 'ending';

const emptyText = (query: string): string =>
  query.trim() === ''
    ? '你们支部的文档库里还没有能看的文件。先去文档库传一份，经另一位看过再来选。'
    : `没有找到“${query}”。换个词，或者看看文号。`;

function rowOf({ documentId, title, number, edition, validUntilDay }: LibraryRow) {
  const until = validUntilDay === null ? '' : `有效到 ${dateText(validUntilDay)}`;
  const note = [number ?? '', `第 ${edition} 版`, until].filter((part) => part !== '').join(' · ');
  return { documentId, title, note };
}
