import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
const SHANGHAI_HOURS = 8;

/** Words of subscribe messages; what a person wrote stands in the title. */
export const noticeText = {
  andOthers: (count: number) => `等${count}条`,
  merged: '攒在一起送的消息',
  open: '点开看详情',
  reminder: '还没确认，点开看一下',
  nothing: '清风通知',
} as const;

/** As WeChat's fields of the types time and date want it; civil time of Shanghai. */
export function instantText(atMs: number): string {
  return dayjs(atMs).utcOffset(SHANGHAI_HOURS).format('YYYY年MM月DD日 HH:mm');
}
