import type { Preview } from '../../../contract/notice/notice-shapes';
import { whyThen } from '../../text/notice';
import { momentText, nearText } from '../../text/when';

export interface PreviewRow {
  readonly key: string;
  readonly time: string;
  readonly who: string;
  readonly note: string;
}

export interface PreviewView {
  /** '现在 周三 9:00'. */
  readonly asOf: string;
  /** '5 人现在送达，6 人等睡醒或下班'. */
  readonly summary: string;
  readonly rows: readonly PreviewRow[];
  readonly notes: readonly string[];
  /** Under the button: what sending does. */
  readonly promise: string;
}

/** Crews are named up to this many; beyond it their number tells. */
const MOST_NAMED = 6;

/** Who gets it when and why, in the order of time; as the sender sees it before sending. */
export function toPreviewView(preview: Preview, isUrgent: boolean): PreviewView {
  const { nowMs, groups } = preview;
  // Who has no account hears of it from a colleague, which a note says.
  const total = preview.total - preview.inboxOnly.notBound;
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
        time: group.isNow ? '现在' : nearText(group.atMs, nowMs),
        who: crewsText(group.crews),
        note: `${group.count} 人 · ${whyThen(group.why)}`,
      })),
    notes: notesOf(preview),
    promise: isUrgent
      ? `${total} 人马上收到，睡觉的人也会收到`
      : preview.leastBad > 0
        ? `${total} 人按上面的时间收到，其中 ${preview.leastBad} 人只能凑合`
        : `${total} 人按上面的时间收到，不会吵醒任何人`,
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
