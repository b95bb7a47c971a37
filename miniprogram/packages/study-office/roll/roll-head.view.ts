import type { Study } from '../../../../contract/study/study-shapes';
import { lengthText, momentText } from '../../../text/when';
import { isMarkable, wasHeld, type RollReply } from './roll-person.view';

/** One of several sittings to choose from; '' is all of them. */
export interface SittingPill {
  readonly sittingId: string;
  readonly text: string;
  readonly isOn: boolean;
}

export function cancelledText(study: Study, canCorrect: boolean): string {
  if (study.state !== 'cancelled') return '';
  if (!wasHeld(study)) return '这次学习没开始就取消了，不再登记。取消前签过到的，不算参加。';
  const how = canCorrect ? '要改的话点名字“更正”。' : '要改请找书记或组织委员。';
  return `这次学习后来取消了。签过到的人记录不变，没来的不算缺席。${how}`;
}

/** Cancelled before any sitting began: who had checked in was at nothing. docs/rules.md#R-70 */
export const isCalledOff = (study: Study): boolean =>
  study.state === 'cancelled' && !wasHeld(study);

/** Sittings in which somebody can be entered at this instant. */
export function openSittings(study: Study, nowMs: number): Study['sittings'] {
  if (study.state !== 'published') return [];
  return study.sittings.filter(
    (sitting) => sitting.opensAtMs <= nowMs && nowMs < (sitting.closedAtMs ?? sitting.closesAtMs),
  );
}

/**
 * Sittings an entry by hand can be made for, `preferredId` or else the newest that has opened first.
 * Before any has opened, the first: leave can be entered beforehand.
 */
export function markableSittings(
  study: Study,
  nowMs: number,
  preferredId: string,
): Study['sittings'] {
  const opened = study.sittings
    .filter((sitting) => sitting.opensAtMs <= nowMs)
    .sort((a, b) => b.opensAtMs - a.opensAtMs);
  const offered = opened.length > 0 ? opened : study.sittings.slice(0, 1);
  const rank = (sittingId: string) => (sittingId === preferredId ? 0 : 1);
  return [...offered].sort((a, b) => rank(a.sittingId) - rank(b.sittingId));
}

/** Of the sitting that is looked at; of all, the one that is open or came last. */
export function headLine(reply: RollReply, sittingId: string): string {
  const { study, nowMs } = reply;
  const sitting =
    study.sittings.find((each) => each.sittingId === sittingId) ??
    openSittings(study, nowMs)[0] ??
    markableSittings(study, nowMs, '')[0];
  const start = sitting === undefined ? '' : momentText(sitting.startAtMs, nowMs);
  const parts = [start, progress(reply, sitting), `应到 ${reply.lines.length} 人`];
  return parts.filter((part) => part !== '').join(' · ');
}

function progress(reply: RollReply, sitting: Study['sittings'][number] | undefined): string {
  const isCancelled = reply.study.state === 'cancelled';
  if (reply.isFinal || isCancelled || sitting === undefined) return '';
  if (reply.study.sittings.length > 1) return `共 ${reply.study.sittings.length} 场`;
  const minutes = Math.floor((reply.nowMs - sitting.startAtMs) / 60_000);
  return minutes > 0 ? `已开始 ${lengthText(minutes)}` : '还没开始';
}

export function toPills(reply: RollReply, sittingId: string): readonly SittingPill[] {
  if (!isMarkable(reply) || reply.study.sittings.length === 1) return [];
  const each = reply.study.sittings.map((sitting) => ({
    sittingId: sitting.sittingId,
    text: momentText(sitting.startAtMs, reply.nowMs),
  }));
  return [{ sittingId: '', text: '全部场次' }, ...each].map((pill) => ({
    ...pill,
    isOn: pill.sittingId === sittingId,
  }));
}
