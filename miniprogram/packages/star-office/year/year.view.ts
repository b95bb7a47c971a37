import type { OutputOf } from '../../../../contract/action';
import type { yearlyReview } from '../../../../contract/star/reviews';
import { GRADES, gradesFromMs, type Grade } from '../../../../domain/star/assessment/grades';
import { dayOfInstant } from '../../../../domain/time/local-day';
import type { Placeholder, Shown } from '../../../state/shown';
import { GRADE_TEXT } from '../../../text/grade';
import { offlineText } from '../../../text/offline';
import { percentText } from '../../../text/sheet';
import { unbroken } from '../../../text/star';

export type Year = OutputOf<typeof yearlyReview>;
type Row = Year['rows'][number];

interface RowView {
  readonly memberId: string;
  readonly initial: string;
  readonly name: string;
  readonly crew: string;
  readonly note: string;
  readonly grade: string;
  /** Whether a grade can be entered now. */
  readonly canGrade: boolean;
}

export type YearView =
  | Placeholder
  | {
      readonly kind: 'content';
      readonly offline: string;
      readonly title: string;
      readonly note: string;
      readonly hasLater: boolean;
      readonly third: string;
      /** From when grades are entered, where that is still to come; ''. docs/rules.md#R-283 */
      readonly tooEarly: string;
      readonly isOver: boolean;
      readonly rows: readonly RowView[];
    };

export const opening: YearView = { kind: 'loading' };
export const firstGrade: Grade = 'qualified';
export const unknownYear: Shown<Year> = { kind: 'loading' };
export const CHOICES: readonly { readonly grade: Grade; readonly text: string }[] = GRADES.map(
  (grade) => ({ grade, text: GRADE_TEXT[grade] }),
);

/** Which year is reviewed: from December on the present one, before it the one that is over. */
export function usualYear(nowMs: number): number {
  const day = dayOfInstant(nowMs);
  return Number(day.slice(0, 4)) - (day.slice(5, 7) === '12' ? 0 : 1);
}

export function toView(state: Shown<Year>, readerId: string | undefined, nowMs: number): YearView {
  if (state.kind !== 'known') return state;
  const { year, rows, third, branchName } = state.output;
  const isTime = nowMs >= gradesFromMs(year);
  return {
    kind: 'content',
    offline: offlineText(state.asOfAtMs, nowMs),
    title: `${year} 年评议`,
    note: `${branchName}，${unbroken(`参加评议 ${third.reviewed} 人`)}`,
    hasLater: year < Number(dayOfInstant(nowMs).slice(0, 4)),
    third: isTime ? thirdText(third) : '',
    tooEarly: isTime ? '' : `${year} 年的等次从 12 月 1 日起记，现在先看考核。`,
    isOver: third.over > 0,
    rows: rows.map((row) => toRow(row, readerId, canGrade(row, readerId, year, nowMs))),
  };
}

/** @param readerId who grades everybody but themselves: docs/rules.md#R-198 */
export const canGrade = (
  { isReviewed, memberId }: Pick<Row, 'isReviewed' | 'memberId'>,
  readerId: string | undefined,
  year: number,
  nowMs: number,
): boolean => isReviewed && memberId !== readerId && nowMs >= gradesFromMs(year);

function thirdText({ excellent, reviewed, atMost, over }: Year['third']): string {
  const limit = `${reviewed} 人的三分之一是 ${atMost} 人`;
  return over > 0
    ? `优秀 ${excellent} 人，${limit}，多了 ${over} 人。这里只提醒，怎么定由支部商量。`
    : `优秀 ${excellent} 人，${limit}，在范围里。`;
}

function toRow(row: Row, readerId: string | undefined, isOffered: boolean): RowView {
  const { memberId, name, crewName, isReviewed, permille, months, apart, given } = row;
  const counted =
    permille === null ? '没有计入的考核' : `${months} 个月，折成 ${percentText(permille)}`;
  const away = apart === 0 ? '' : `，另列 ${apart} 个月`;
  const own = memberId === readerId ? '。你的等次由另一位书记或党委工作部记' : '';
  return {
    memberId,
    initial: name.slice(0, 1),
    name,
    crew: crewName ?? '',
    note: isReviewed ? `${counted}${away}${own}` : '预备党员，参加评议，不评等次',
    grade: given === null ? '' : GRADE_TEXT[given.grade],
    canGrade: isOffered,
  };
}
