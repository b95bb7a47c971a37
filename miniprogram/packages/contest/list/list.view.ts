import type { OutputOf } from '../../../../contract/action';
import type { contests } from '../../../../contract/content/contest';
import type { ContestRow } from '../../../../contract/content/contest-shapes';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { offlineText } from '../../../text/offline';
import { LECTURE_BADGE, roundText, STATE_BADGE, windowText } from '../contest-words.view';

export type ContestPage = OutputOf<typeof contests>;

interface Row {
  readonly contestId: string;
  readonly title: string;
  readonly note: string;
  readonly badge: Badge;
  /** Of what is tapped. */
  readonly page: string;
}

interface ListContent {
  readonly kind: 'content';
  readonly canWrite: boolean;
  readonly rows: readonly Row[];
  readonly offline: string;
  readonly hasMore: boolean;
}
export type ListView = Placeholder | ListContent;

export const opening: ListView = { kind: 'loading' };
export const unknownContests: Shown<ContestPage> = { kind: 'loading' };
export const noMorePages: readonly ContestPage[] = [];
export function toView(
  state: Shown<ContestPage>,
  more: readonly ContestPage[],
  nowMs: number,
): ListView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  return {
    kind: 'content',
    canWrite: state.output.canWrite,
    rows: pages.flatMap(({ rows }) => rows.map((row) => toRow(row, nowMs))),
    offline: offlineText(state.asOfAtMs, nowMs),
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
  };
}

function toRow(row: ContestRow, nowMs: number): Row {
  const { contestId, title, round, state, questions, lectures } = row;
  if (lectures !== undefined) {
    return {
      contestId,
      title,
      note: `党课竞赛 · ${windowText(row, nowMs)}`,
      badge: LECTURE_BADGE[lectures.state],
      page: lectures.state === 'draft' ? 'lecture-office/edit/edit' : 'lecture/lecture/lecture',
    };
  }
  const parts = [roundText(round), `${questions} 道题`, windowText(row, nowMs)];
  return {
    contestId,
    title,
    note: parts.filter((part) => part !== '').join(' · '),
    badge: STATE_BADGE[state],
    page: state === 'draft' ? 'contest-office/edit/edit' : 'contest/contest/contest',
  };
}
