import type { OutputOf } from '../../../../contract/action';
import type { branchSuggestions, suggestionTopics } from '../../../../contract/content/answering';
import type { SuggestionRow } from '../../../../contract/content/suggestion-shapes';
import { TOPIC_TEXT } from '../../../../contract/content/suggestion.text';
import type { Me } from '../../../../contract/people/hello';
import { LEAST_PEOPLE } from '../../../../domain/content/suggestion/topic-figures';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { holdsOneOf } from '../../../../contract/roles';
import type { Placeholder, Shown } from '../../../state/shown';
import type { Badge } from '../../../text/fit';
import { monthText } from '../../../text/when';
import { kindText, onDay, stateBadge, whoseTurn } from '../suggestion-words.view';

export type QueuePage = OutputOf<typeof branchSuggestions>;
export type Topics = OutputOf<typeof suggestionTopics>;

/** Of which office, and what of it. */
export type Part = 'owed' | 'others' | 'committee' | 'committee-others' | 'late-in-branches';

export const usualPart: Part = 'owed';

type Pill = readonly [part: Part, text: string];

const OF_BRANCH: readonly Pill[] = [
  ['owed', '等回话'],
  ['others', '以前的'],
];
const OF_OFFICE: readonly Pill[] = [
  ['committee', '给党委工作部的'],
  ['late-in-branches', '各支部过了时间的'],
  ['committee-others', '工作部以前的'],
  ['owed', '支部的'],
  ['others', '支部以前的'],
];

export const isOfOffice = (me: Me | null | undefined): boolean =>
  holdsOneOf(me?.roles ?? [], ['committee-office']);

/** What they came for: the committee office to its own, a page of a branch to that of the branch. */
export const firstPart = (isOffice: boolean, isOfBranch: boolean): Part =>
  isOffice && !isOfBranch ? 'committee' : 'owed';

export const toPills = (isOffice: boolean, chosen: Part) =>
  (isOffice ? OF_OFFICE : OF_BRANCH).map(([part, text]) => ({
    part,
    text,
    isOn: part === chosen,
  }));

interface Row {
  readonly suggestionId: string;
  readonly title: string;
  readonly note: string;
  readonly turn: string;
  readonly badge: Badge;
}

interface QueueContent {
  readonly kind: 'content';
  readonly title: string;
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  readonly empty: string;
}
export type QueueView = Placeholder | QueueContent;

export const opening: QueueView = { kind: 'loading' };
export const unknownQueue: Shown<QueuePage> = { kind: 'loading' };
export const noMorePages: readonly QueuePage[] = [];

export function toView(
  state: Shown<QueuePage>,
  more: readonly QueuePage[],
  part: Part,
  nowMs: number,
): QueueView {
  if (state.kind !== 'known') return state;
  const pages = [state.output, ...more];
  return {
    kind: 'content',
    title: state.output.officeName,
    rows: pages.flatMap(({ suggestions }) => suggestions.map((row) => toRow(row, nowMs))),
    hasMore: (pages.at(-1)?.nextCursor ?? null) !== null,
    empty: part.endsWith('others') ? '还没有。' : '现在没有等回话的。',
  };
}

function toRow(row: SuggestionRow, nowMs: number): Row {
  const { suggestionId, title, authorName, branchName, raisedAtMs } = row;
  return {
    suggestionId,
    title,
    note: `${authorName} · ${branchName} · ${kindText(row)} · ${onDay(raisedAtMs, nowMs)}提`,
    turn: whoseTurn(row, nowMs),
    badge: row.isUrgent && !row.isOverdue ? { text: '很急', tone: 'must' } : stateBadge(row),
  };
}

export interface TopicsView {
  readonly title: string;
  readonly lines: readonly string[];
  readonly note: string;
}

export const noTopics: TopicsView = { title: '', lines: [], note: '' };

/** What moves people, as figures. docs/rules.md#R-214 */
export function toTopics({ month, topics, rest }: Topics, nowMs: number): TopicsView {
  const lines = [
    ...topics.map(({ topic, count, people }) => `${TOPIC_TEXT[topic]} ${people} 人 ${count} 条`),
    ...(rest === null ? [] : [`其他合起来 ${rest.people} 人 ${rest.count} 条`]),
  ];
  return {
    title: `${monthText(month, dayOfInstant(nowMs))}大家在说什么`,
    lines: lines.length > 0 ? lines : ['这个月还没有几个人都说到的事。'],
    note: `只有数，没有名字。不到 ${LEAST_PEOPLE} 个人说的不列。`,
  };
}
