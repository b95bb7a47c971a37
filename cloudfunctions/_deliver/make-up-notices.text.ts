import { addDays, dayOfInstant, weekdayOf, type LocalDay } from '../../domain/time/local-day';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** Words of the messages about a make-up. */
export const makeUpNoticeText = {
  due: (topic: string) => `补学：${topic}`,
  dueBody: (untilAtMs: number) =>
    `${lastDayText(untilAtMs)} 24:00 前补上就好，不算缺席。几分钟一段，随时可以停。`,
  postponedBody: (untilAtMs: number) =>
    `你的班变了，补学延到${lastDayText(untilAtMs)} 24:00。看过的、答过的都在。`,
  openedBody: (untilAtMs: number, officer: string, reason: string) =>
    `${officer}给你开了补学：${reason}。${lastDayText(untilAtMs)} 24:00 前补上就好。`,
  ending: (topic: string) => `补学提醒：${topic}`,
  endingBody: '补学到今天 24:00 为止。几分钟一段，随时可以停。',
} as const;

/** '周二 3月17日', the day that ends then. */
function lastDayText(untilAtMs: number): string {
  return dayText(addDays(dayOfInstant(untilAtMs), -1));
}

function dayText(day: LocalDay): string {
  const [, month = '', date = ''] = day.split('-');
  return `周${WEEKDAYS[weekdayOf(day) - 1] ?? ''} ${Number(month)}月${Number(date)}日`;
}
