import type { OutputOf } from '../../../../contract/action';
import type { channelIssues } from '../../../../contract/content/channel-reading';
import { dayOfInstant, parseLocalDay, type LocalDay } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { dayText, fullDayText } from '../../../text/when';
import { aboutText, sizeText } from '../channel-words.view';

export type IssuesPage = OutputOf<typeof channelIssues>;
type Issue = IssuesPage['issues'][number];

interface ItemCard {
  readonly itemId: string;
  readonly title: string;
  readonly line: string;
  readonly about: string;
  readonly picture: string;
  /** Why it is no longer to be read; '' when it is. */
  readonly withdrawn: string;
}

export interface IssueRow {
  readonly day: LocalDay;
  readonly title: string;
  readonly note: string;
  readonly picture: string;
}

export interface IssuesContent {
  readonly kind: 'content';
  readonly day: LocalDay;
  readonly title: string;
  readonly note: string;
  /** One of it is told before shifts. */
  readonly isForShift: boolean;
  /** The first is shown large. */
  readonly items: readonly ItemCard[];
  readonly hasMore: boolean;
  readonly offline: string;
}

export type IssuesView = Placeholder | IssuesContent;

/** Of an old link: nothing of that day or before it is shown any more. docs/rules.md#R-307 */
const GONE_TEXT = '这一期看不到了，刊出久了按规定下架。从“支部”进栏目，看新的。';

export const opening: IssuesView = { kind: 'loading' };
export const unknownIssues: Shown<IssuesPage> = { kind: 'loading' };
/** Of the query, where it names a day. */
export const dayOfQuery = (text: string | undefined): LocalDay | undefined =>
  text === undefined ? undefined : parseLocalDay(text);

/**
 * @param earlier where the list goes on, of the last page that came
 * @param asked from which day back, where the page was opened so
 */
export function toIssuesView(
  state: Shown<IssuesPage>,
  earlier: LocalDay | null,
  nowMs: number,
  asked?: LocalDay,
): IssuesView {
  if (state.kind !== 'known') return state;
  const [newest] = state.output.issues;
  if (newest === undefined) {
    if (asked !== undefined) return { kind: 'empty', text: GONE_TEXT };
    return { kind: 'empty', text: '还没有刊出过。刊出以后，每一期都在这里，随时能翻。' };
  }
  const today = dayOfInstant(nowMs);
  const readable = readableOf(newest);
  const when = newest.day === today ? '今天 ' : '';
  return {
    kind: 'content',
    day: newest.day,
    isForShift: readable.some(({ isForShift }) => isForShift === true),
    title: fullDayText(newest.day, today),
    note: readable.length === 0 ? '这一期撤回了' : `${when}${sizeText(readable)}`,
    items: newest.items.map(toCard),
    hasMore: earlier !== null,
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

/** Of the issues before the one that is shown whole. */
export function toIssueRows(issues: readonly Issue[], nowMs: number): readonly IssueRow[] {
  const today = dayOfInstant(nowMs);
  return issues.map((issue) => {
    const readable = readableOf(issue);
    const [lead] = readable;
    const when = dayText(issue.day, today);
    return {
      day: issue.day,
      title: lead?.title ?? '这一期撤回了',
      note: lead === undefined ? when : `${when} · ${sizeText(readable)}`,
      picture: lead?.pictureUrl ?? '',
    };
  });
}

const readableOf = ({ items }: Issue) =>
  items.filter(({ withdrawnBecause }) => withdrawnBecause === null);

function toCard(item: Issue['items'][number]): ItemCard {
  const { itemId, title, line, byline, pictures, minutes, pictureUrl, withdrawnBecause } = item;
  return {
    itemId,
    title,
    line: line ?? '',
    about: aboutText(byline, pictures, minutes),
    picture: pictureUrl ?? '',
    withdrawn: withdrawnBecause === null ? '' : `这一条撤回了：${withdrawnBecause}`,
  };
}
