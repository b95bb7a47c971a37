import { addDays, dayOfInstant, weekdayOf } from '../../domain/time/local-day';
import { withoutStop } from '../../domain/words/without-stop';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** '周五 4月3日 24:00 前', of a term that is over at the end of that day. */
function untilText(untilMs: number): string {
  const day = addDays(dayOfInstant(untilMs), -1);
  const [, month = '', date = ''] = day.split('-');
  return `周${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${Number(month)}月${Number(date)}日 24:00 前`;
}

const monthText = (month: string): string => `${Number(month.slice(5))}月`;

/** Words of the messages about sheets. */
export const sheetNoticeText = {
  /** Who says what no person has said. */
  clock: '清风',
  open: (month: string) => `${monthText(month)}考核表开了`,
  openBody: (untilMs: number) =>
    `记录都填好了，小结也起了稿，改成你的话再交。${untilText(untilMs)}。不交也算分，只是没有你的话。`,
  toMark: (month: string) => `${monthText(month)}考核表可以评了`,
  toMarkBody: (untilMs: number) =>
    `${untilText(untilMs)}评完。没扣的不用写；扣分要写原因，本人看得到。到时没评的，按没有扣分算。`,
  marked: (month: string) => `${monthText(month)}考核表评好了`,
  lowered: (month: string, item: string) => `${monthText(month)}考核表：${item}扣了分`,
  markedBody: (untilMs: number) => `点开看每一项。觉得不对就申诉，${untilText(untilMs)}。`,
  loweredBody: (reason: string, untilMs: number) =>
    `原因：${reason}。觉得不对就申诉，${untilText(untilMs)}。`,
  appealed: (name: string, item: string) => `${name}申诉：${item}`,
  appealedBody: (text: string, untilMs: number) =>
    `${text}。${untilText(untilMs)}答复，写明理由；没答复的，评的扣分不算。`,
  answered: (item: string, isRestored: boolean) =>
    `申诉有答复：${item}${isRestored ? '改回来了' : '维持原来的'}`,
  answeredBody: (reason: string) => `${reason}。`,
  unanswered: (item: string) => `申诉到时没有答复：${item}`,
  unansweredBody: (isRestored: boolean) =>
    isRestored
      ? '没有按时答复，这次扣的分不算。'
      : '没有按时答复。登记有错请书记更正，表已经定了。',
  graded: (year: number, grade: string) => `${year}年评议：${grade}`,
  gradedBody: (reason: string | null) =>
    reason === null ? '支部评议定的等次，记在“年度评议”里。' : `${withoutStop(reason)}。`,
} as const;
