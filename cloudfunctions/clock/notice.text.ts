import { dayOfInstant, minuteOfInstant } from '../../domain/time/local-day';

/** Words of subscribe messages; what a person wrote stands in the title. */
export const noticeText = {
  several: (title: string, count: number) => `${title}等${count}条`,
  merged: '攒在一起送的消息',
  open: '点开看详情',
  reminder: '还没确认，点开看一下',
  nothing: '清风通知',
} as const;

/** As WeChat's fields of the types time and date want it. */
export function instantText(atMs: number): string {
  const [year = '', month = '', day = ''] = dayOfInstant(atMs).split('-');
  const minute = minuteOfInstant(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${year}年${month}月${day}日 ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
