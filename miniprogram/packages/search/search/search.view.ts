import type { OutputOf } from '../../../../contract/action';
import { CHANNEL_NAME } from '../../../../contract/content/channel.text';
import { SEARCHED_KINDS, type search, type SearchedKind } from '../../../../contract/search';
import { SEARCH_LIMITS, type ReadSearch } from '../../../../domain/search/search-words';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder } from '../../../state/shown';
import type { ErrorTexts } from '../../../text/errors';
import type { Badge } from '../../../text/fit';
import { dateText, dayText } from '../../../text/when';

export type Answer = OutputOf<typeof search>;
type Row = Answer['rows'][number];

/** What the page knows: nothing was asked, or the pages of an answer so far. */
export type Searching =
  | { readonly kind: 'start' }
  | { readonly kind: 'known'; readonly words: string; readonly pages: readonly Answer[] }
  | Placeholder;

interface FoundRow {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly badge: Badge | null;
  readonly page: string;
}

export type SearchView =
  | { readonly kind: 'start'; readonly recent: readonly string[] }
  | {
      readonly kind: 'content';
      readonly rows: readonly FoundRow[];
      /** '' where something is found. */
      readonly empty: string;
      /** Back to where it was looked, where there is more; else ''. */
      readonly lookedBack: string;
      readonly hasMore: boolean;
    }
  | Placeholder;

export const starting: Searching = { kind: 'start' };
export const opening: SearchView = { kind: 'start', recent: [] };

export function toView(state: Searching, recent: readonly string[], nowMs: number): SearchView {
  if (state.kind === 'start') return { kind: 'start', recent };
  if (state.kind !== 'known') return state;
  const rows = state.pages.flatMap((page) => page.rows);
  const last = state.pages.at(-1);
  const hasMore = last !== undefined && last.nextCursor !== null;
  const until = last?.lookedBackTo == null ? '' : dateText(last.lookedBackTo);
  return {
    kind: 'content',
    rows: rows.map((row) => toRow(row, nowMs)),
    empty: rows.length > 0 ? '' : emptyText(state.words, hasMore ? until : ''),
    lookedBack: hasMore && rows.length > 0 ? `找到 ${until}为止，更早的还没有找。` : '',
    hasMore,
  };
}

/** @param until back to which day it was looked; '': all of it */
function emptyText(words: string, until: string): string {
  if (until !== '') return `从现在找到 ${until}，还没有“${words}”，再往前找找看。`;
  return `没有找到“${words}”。少打几个字，或者换个说法再搜。只找标题和日子，不找里面的内容。`;
}

function toRow({ key, kind, title, day, mark, page }: Row, nowMs: number): FoundRow {
  const when = dayText(day, dayOfInstant(nowMs));
  const of = mark === 'party' || mark === 'integrity' ? CHANNEL_NAME[mark] : KIND_TEXT[kind];
  return {
    key,
    title,
    note: `${of} · ${when}`,
    badge: mark === 'draft' || mark === 'cancelled' ? BADGES[mark] : null,
    page,
  };
}

const BADGES: Readonly<Record<'draft' | 'cancelled', Badge>> = {
  draft: { text: '草稿', tone: 'plain' },
  cancelled: { text: '已取消', tone: 'plain' },
};
const KIND_TEXT: Readonly<Record<Row['kind'], string>> = {
  study: '学习',
  item: '栏目',
  document: '文件',
  notice: '消息',
  newer: '新内容',
};

export type Wanted = SearchedKind | 'all';
export const firstWanted: Wanted = 'all';

export const pillsOf = (wanted: Wanted) =>
  (['all', ...SEARCHED_KINDS] as const).map((kind) => ({
    kind,
    text: kind === 'all' ? '全部' : KIND_TEXT[kind],
    isOn: kind === wanted,
  }));

/** Why nothing is asked. docs/rules.md#R-262 */
export const REFUSED_TEXT: Readonly<
  Record<Extract<ReadSearch, { kind: 'refused' }>['reason'], string>
> = {
  nothing: '还没有写要找什么，写几个字再搜。',
  'too-short': `至少写 ${SEARCH_LIMITS.least} 个字，或者写哪天，如 3月5日。`,
  'too-long': `最多写 ${SEARCH_LIMITS.most} 个字，删掉一些再搜。`,
};
export const searchErrors: ErrorTexts<typeof search> = { 'too-short': REFUSED_TEXT['too-short'] };
