import type { OutputOf } from '../../../../contract/action';
import type { recurringStudies } from '../../../../contract/study/recurring';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Question } from '../../../state/confirmed';
import type { Placeholder, Shown } from '../../../state/shown';
import { offlineText } from '../../../text/offline';
import { studyTitle } from '../../../text/study';
import { fullDayText } from '../../../text/when';

type Recurring = OutputOf<typeof recurringStudies>;

interface Row {
  readonly recurringId: string;
  readonly topic: string;
  readonly title: string;
  readonly when: string;
  readonly next: string;
}

export type RecurringView =
  | Placeholder
  | { readonly kind: 'content'; readonly rows: readonly Row[]; readonly offline: string };

export const opening: RecurringView = { kind: 'loading' };
export const unknownRecurring: Shown<Recurring> = { kind: 'loading' };

export function toView(state: Shown<Recurring>, nowMs: number): RecurringView {
  if (state.kind !== 'known') return state;
  const { recurring } = state.output;
  if (recurring.length === 0) {
    return {
      kind: 'empty',
      text: '还没有每月办的学习。新建学习，到“发布”那一步勾上“每月都办一次”。',
    };
  }
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    rows: recurring.map((one) => ({
      recurringId: one.recurringId,
      topic: one.topic,
      title: studyTitle(one),
      when: `每月 ${one.firstDate} 日起 ${one.days} 天里排，${one.place}`,
      next: nextText(one.nextDraftAtMs, nowMs),
    })),
  };
}

function nextText(nextDraftAtMs: number, nowMs: number): string {
  const day = fullDayText(dayOfInstant(nextDraftAtMs), dayOfInstant(nowMs));
  return `${day} 排好下一次，存成草稿等你看`;
}

export const endQuestion = (topic: string): Question => ({
  title: '不再每月办？',
  content: `“${topic}”以后不再自动排。已经排好的草稿和发布了的学习不变。`,
  confirmBtn: '不再办',
  cancelBtn: '先留着',
});
