import type { OutputOf } from '../../../../contract/action';
import type { myReview } from '../../../../contract/star/reviews';
import { gradesFromMs } from '../../../../domain/star/assessment/grades';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { GRADE_TEXT } from '../../../text/grade';
import { offlineText } from '../../../text/offline';
import { percentText, setApartText } from '../../../text/sheet';
import { dateText, monthText } from '../../../text/when';

export type Mine = OutputOf<typeof myReview>;

interface MonthRow {
  readonly month: string;
  readonly name: string;
  readonly note: string;
  readonly value: string;
}

export type ReviewView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly offline: string;
      readonly title: string;
      readonly hasLater: boolean;
      readonly percent: string;
      readonly sum: string;
      readonly grade: string;
      readonly gradeNote: string;
      readonly reason: string;
      /** To the grade of the year before, while this year has none yet; ''. */
      readonly earlier: string;
      readonly months: readonly MonthRow[];
    };

export const opening: ReviewView = { kind: 'loading' };
export const unknownReview: Shown<Mine> = { kind: 'loading' };

export const thisYear = (nowMs: number): number => Number(dayOfInstant(nowMs).slice(0, 4));

export function toView(state: Shown<Mine>, nowMs: number): ReviewView {
  if (state.kind !== 'known') return state;
  const { year, months, permille, given } = state.output;
  const isTime = nowMs >= gradesFromMs(year);
  const counted = months.filter((month) => month.permille !== null).length;
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${year} 年评议`,
    hasLater: year < thisYear(nowMs),
    percent: permille === null ? '还没有' : percentText(permille),
    sum:
      permille === null
        ? '这一年还没有计入的考核。'
        : `${counted} 个月的考核，按每月能算的分合起来。等次由支部评定，不由分数推出。`,
    grade: given === null ? '还没有评' : GRADE_TEXT[given.grade],
    gradeNote:
      given === null
        ? isTime
          ? '支部开评议会以后记在这里'
          : '年底支部评议，12月1日起记在这里'
        : `${given.byName} ${dateText(dayOfInstant(given.atMs))}记的`,
    reason: given?.reason ?? '',
    earlier: given === null && !isTime ? `看 ${year - 1} 年的等次` : '',
    months: months.map((month) => ({
      month: month.month,
      name: monthText(month.month, dayOfInstant(nowMs)),
      note:
        month.setApart === null
          ? month.isFinal
            ? ''
            : '还没有定'
          : `${setApartText(month.setApart)}，另列`,
      value: month.permille === null ? '不计' : percentText(month.permille),
    })),
  };
}
