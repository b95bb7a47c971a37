import type { OutputOf } from '../../../contract/action';
import type { Preview } from '../../../contract/notice/notice-shapes';
import type { previewPublication } from '../../../contract/study/planning';
import { COMING_MINUTES } from '../../../domain/study/heard-in-time';
import { dayOfInstant } from '../../../domain/time/local-day';
import { whyThen } from '../../text/notice';
import { clockOf, dayText, lengthText, momentText, nearText } from '../../text/when';

export interface PreviewRow {
  readonly key: string;
  /** Empty: today. */
  readonly day: string;
  readonly time: string;
  readonly who: string;
  readonly note: string;
}

type Late = OutputOf<typeof previewPublication>['late'];

/** Who is to be told in person. */
export interface LateView {
  /** '3 人收到时来不及'. */
  readonly title: string;
  /** What that means, and what to do. */
  readonly what: string;
  readonly rows: readonly { readonly key: string; readonly who: string; readonly note: string }[];
}

export interface PreviewView {
  /** '现在 周三 9:00'. */
  readonly asOf: string;
  /** '5 人现在送达，6 人等睡醒或下班'. */
  readonly summary: string;
  readonly rows: readonly PreviewRow[];
  readonly notes: readonly string[];
  /** null: everybody hears of it in time. */
  readonly late: LateView | null;
  /** Under the button: what sending does. */
  readonly promise: string;
}

/** Crews are named up to this many; beyond it their number tells. */
const MOST_NAMED = 6;

/** Who gets it when and why, in the order of time; as the sender sees it before sending. */
export function toPreviewView(preview: Preview, isUrgent: boolean, late: Late = []): PreviewView {
  const { nowMs, groups } = preview;
  const now = groups.filter(({ isNow }) => isNow).reduce((sum, { count }) => sum + count, 0);
  const later = groups.reduce((sum, { count }) => sum + count, 0) - now;
  return {
    asOf: `现在 ${momentText(nowMs, nowMs)}`,
    summary: [now > 0 ? `${now} 人现在送达` : '', later > 0 ? `${later} 人晚些送达` : '']
      .filter((part) => part !== '')
      .join('，'),
    rows: [...groups]
      .sort((a, b) => a.atMs - b.atMs)
      .map((group) => ({
        key: `${group.atMs}-${group.why.code}-${group.why.because ?? ''}-${group.why.label ?? ''}`,
        ...whenOf(group, nowMs),
        who: crewsText(group.crews),
        note: `${group.count} 人 · ${whyThen(group.why)}`,
      })),
    notes: notesOf(preview),
    late: late.length === 0 ? null : toLateView(late, nowMs),
    promise: promiseOf(preview, isUrgent),
  };
}

function whenOf({ atMs, isNow }: Preview['groups'][number], nowMs: number) {
  if (isNow) return { day: '', time: '现在' };
  const [day, today] = [dayOfInstant(atMs), dayOfInstant(nowMs)];
  return { day: day === today ? '' : dayText(day, today), time: clockOf(atMs) };
}

/** Of who has no account nothing is promised: they hear of it from a colleague, which a note says. */
function promiseOf({ total, inboxOnly, leastBad, tooLate }: Preview, isUrgent: boolean): string {
  const { noCredit, asleep, dailyLimit, notBound } = inboxOnly;
  const silent = noCredit + asleep + dailyLimit;
  const rung = total - notBound - silent - tooLate;
  const when = isUrgent ? '马上' : '按上面的时间';
  const parts = [
    silent === 0 ? `${rung} 人${when}收到` : rung > 0 ? `${rung} 人${when}收到微信提醒` : '',
    silent === 0 ? '' : `${silent} 人打开清风才看到`,
  ].filter((part) => part !== '');
  if (isUrgent) return [...parts, '睡觉的人也会收到'].join('，');
  // Who sleeps, or has heard enough that day, is not rung for at all.
  const rough = Math.max(0, leastBad - asleep - dailyLimit);
  return [...parts, rough > 0 ? `有 ${rough} 人只能凑合` : '不会吵醒任何人'].join('，');
}

/** Those of one crew and one time together, in the order in which they hear of it. */
function toLateView(late: Late, nowMs: number): LateView {
  const rows = new Map<string, { key: string; names: string[]; note: string }>();
  for (const { name, crewName, atMs, startAtMs } of late) {
    const key = `${crewName ?? ''}-${atMs ?? ''}-${startAtMs}`;
    const heard = atMs === null ? '之前都在睡，不会响' : `${nearText(atMs, nowMs)} 才收到`;
    const note = `${crewName === null ? '' : `${crewName} · `}${heard}，${nearText(startAtMs, nowMs)} 开始`;
    const row = rows.get(key) ?? { key, names: [], note };
    row.names.push(name);
    rows.set(key, row);
  }
  return {
    title: `${late.length} 人收到时来不及`,
    what: `他们收到时场次已经开始，或者只剩不到 ${lengthText(COMING_MINUTES)}。当面说一声，或者把场次往后挪。`,
    rows: [...rows.values()].map(({ key, names, note }) => ({ key, who: names.join('、'), note })),
  };
}

function crewsText(crews: Preview['groups'][number]['crews']): string {
  const named = crews.slice(0, MOST_NAMED).map(({ crewName }) => crewName);
  return crews.length > MOST_NAMED
    ? `${named.join('、')}等 ${crews.length} 个值`
    : named.join('、');
}

function notesOf({ inboxOnly, tooLate, leastBad }: Preview): readonly string[] {
  const { noCredit, notBound, asleep, dailyLimit } = inboxOnly;
  return [
    noCredit > 0 ? `${noCredit} 人没有微信提醒次数，打开清风才看得到。` : '',
    notBound > 0 ? `${notBound} 人还没绑定，要当面说一声。` : '',
    asleep > 0 ? `${asleep} 人截止前都在睡，只放进消息，不响。` : '',
    dailyLimit > 0 ? `${dailyLimit} 人当天收得够多了，只放进消息。` : '',
    leastBad > 0 ? `${leastBad} 人截止前没有合适的时候，选了打扰最小的。截止放宽些会更好。` : '',
    tooLate > 0 ? `${tooLate} 人截止前送不到，要当面说一声。` : '',
  ].filter((note) => note !== '');
}
