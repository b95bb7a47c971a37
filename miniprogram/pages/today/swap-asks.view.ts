import type { Swap } from '../../../contract/roster/roster-shapes';
import { swapLimitAtMs } from '../../../domain/shift/swap-limit';
import { dayOfInstant } from '../../../domain/time/local-day';
import { swapTitle, takeText } from '../../text/roster';
import { fullDayText, momentText } from '../../text/when';
import type { Ask } from './asks.view';

/** Swaps that wait for this person's answer. */
export function swapAsks(swaps: readonly Swap[], memberId: string, nowMs: number): readonly Ask[] {
  return swaps
    .filter(({ state, partnerId }) => state === 'proposed' && partnerId === memberId)
    .map((swap) => askOf(swap, swapLimitAtMs(swap.days, swap.takes), nowMs))
    .filter(({ dueAtMs }) => dueAtMs > nowMs);
}

function askOf(swap: Swap, limitAtMs: number, nowMs: number): Ask {
  return {
    key: swap.swapId,
    studyId: '',
    sittingId: '',
    kindText: '换班',
    badge: { text: '等你答复', tone: 'warn' },
    topic: swapTitle(swap, false),
    where: whereOf(swap, nowMs),
    due: `${momentText(limitAtMs, nowMs)} 前`,
    dueAct: '答复',
    otherwise: '不答复就不换，班不变。',
    act: 'answer-swap',
    actText: '看看换不换',
    otherText: '',
    dueAtMs: limitAtMs,
  };
}

/** '周四 3月12日 · 你换成 早班 08:00–14:00，周航上前夜班'; of several days the first. */
function whereOf(swap: Swap, nowMs: number): string {
  const { days } = swap;
  const [first] = days;
  if (first === undefined) return '';
  const more = days.length > 1 ? `等 ${days.length} 天` : '';
  const take = takeText(swap, first, false);
  const date = `${fullDayText(first, dayOfInstant(nowMs))}${more}`;
  return take === '' ? date : `${date} · ${take}`;
}
