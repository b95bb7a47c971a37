import type { OutputOf } from '../../../../contract/action';
import type { mySuggestions } from '../../../../contract/content/raising';
import type { SuggestionRow } from '../../../../contract/content/suggestion-shapes';
import type { Me } from '../../../../contract/people/hello';
import { holdsOneOf, SECRETARIES } from '../../../../contract/roles';
import { SUGGESTION_DAYS } from '../../../../domain/content/suggestion/suggestion';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import type { Form } from '../kept-forms';
import { kindText, onDay, stateBadge, whoseTurn } from '../suggestion-words.view';

export type MyPage = OutputOf<typeof mySuggestions>;

interface Row {
  readonly suggestionId: string;
  readonly title: string;
  readonly note: string;
  /** Whose turn it is, and until when; '' of what is over. */
  readonly turn: string;
  readonly badge: Badge;
}

interface MineContent {
  readonly kind: 'content';
  readonly rows: readonly Row[];
  readonly offline: string;
  readonly hasMore: boolean;
}
/** What was written on this phone and has not arrived. */
interface WaitingRow {
  readonly suggestionId: string;
  readonly title: string;
  readonly note: string;
  readonly isStopped: boolean;
}

export const noWaiting: readonly WaitingRow[] = [];

export const toWaiting = (forms: readonly Form[]): readonly WaitingRow[] =>
  forms
    .filter(({ state }) => state !== 'draft')
    .map(({ suggestionId, title, state, problem }) => ({
      suggestionId,
      title,
      note: state === 'stopped' ? problem : '已保存在手机，有网时自动送出',
      isStopped: state === 'stopped',
    }));

export type MineView = Placeholder | MineContent;

export const opening: MineView = { kind: 'loading' };
export const unknownSuggestions: Shown<MyPage> = { kind: 'loading' };
export const noMorePages: readonly MyPage[] = [];

export const FOOT = `${SUGGESTION_DAYS.reply} 天内有人回话。马上有危险的，先打值长电话。`;

/** Whether the queue of an office is theirs. */
export const answersOf = (me: Me | null | undefined): boolean =>
  holdsOneOf(me?.roles ?? [], SECRETARIES);

export function toView(state: Shown<MyPage>, more: readonly MyPage[], nowMs: number): MineView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  return {
    kind: 'content',
    rows: pages.flatMap(({ suggestions }) => suggestions.map((row) => toRow(row, nowMs))),
    offline: offlineText(state.asOfAtMs, nowMs),
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
  };
}

function toRow(row: SuggestionRow, nowMs: number): Row {
  const { suggestionId, title, raisedAtMs } = row;
  return {
    suggestionId,
    title,
    note: `${kindText(row)} · ${onDay(raisedAtMs, nowMs)}提`,
    turn: whoseTurn(row, nowMs),
    badge: row.state === 'answered' ? { text: '有答复，等你看', tone: 'must' } : stateBadge(row),
  };
}
