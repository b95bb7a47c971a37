import type { OutputOf } from '../../../../contract/action';
import type { today } from '../../../../contract/today';
import type { waitsForMe } from '../../../../contract/waits-for-me';
import { dayOfInstant } from '../../../../domain/time/local-day';
import { asksOf } from '../../../pages/today/asks.view';
import { asAnswered, type KeptReplies } from '../../../pages/studies/as-answered';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { dayText, limitText } from '../../../text/when';

export type Waits = OutputOf<typeof waitsForMe>;
export type Today = OutputOf<typeof today>;
type Task = Waits['tasks'][number];

interface TaskRow {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  /** '' leads to the inbox. */
  readonly page: string;
}

export interface WaitsContent {
  readonly kind: 'content';
  /** What asks for coming or answering, by its time. */
  readonly studies: readonly TaskRow[];
  /** The oldest first. */
  readonly tasks: readonly TaskRow[];
  readonly note: string;
  readonly offline: string;
}

export type WaitsView = Placeholder | WaitsContent;

export const opening: WaitsView = { kind: 'loading' };
export const unknownWaits: Shown<Waits> = { kind: 'loading' };

/**
 * @param known of the today page, from which the person came; undefined: nothing is known of studies
 * @param waiting in the phone: replies, and pages on which nothing is left to do
 */
export function toWaitsView(
  state: Shown<Waits>,
  known: Pick<Today, 'studies' | 'days'> | undefined,
  { replies, handedIn }: { readonly replies: KeptReplies; readonly handedIn: ReadonlySet<string> },
  nowMs: number,
): WaitsView {
  if (state.kind !== 'known') return state;
  const tasks = state.output.tasks.filter(
    ({ page, untilAtMs, afterwards }) =>
      (untilAtMs === null || untilAtMs > nowMs || afterwards !== undefined) &&
      (page === null || !handedIn.has(page)),
  );
  const answered = known?.studies.map((study) => asAnswered(study, replies, nowMs)) ?? [];
  const studies = asksOf(answered, [], known?.days ?? [], nowMs);
  if (tasks.length + studies.length === 0) {
    return { kind: 'empty', text: '现在没有等你办的事。有了会出现在这里，也在今日里。' };
  }
  return {
    kind: 'content',
    studies: studies.map(({ key, topic, due, dueAct, page }) => ({
      key,
      title: topic,
      note: `${due}${dueAct}`,
      page,
    })),
    tasks: tasks.map((task) => toRow(task, nowMs)),
    note: tasks.length > 1 ? `${tasks.length} 件，先来的在前` : '',
    offline: offlineText(state.asOfAtMs, nowMs),
  };
}

/** '昨天起等你审', '今天 18:00 前答复'. */
function toRow(task: Task, nowMs: number) {
  const { taskId, kind, title, act, page, sinceAtMs, untilAtMs, afterwards } = task;
  const since = dayText(dayOfInstant(sinceAtMs), dayOfInstant(nowMs));
  const isOpen = untilAtMs !== null && untilAtMs > nowMs;
  return {
    key: `${kind} ${taskId}`,
    title,
    note: isOpen
      ? `${limitText(untilAtMs, nowMs)}${act} · ${since}来的`
      : afterwards === undefined
        ? `${since}来的，等你${act}`
        : `${afterwards} · ${since}来的`,
    page: page ?? '',
  };
}
