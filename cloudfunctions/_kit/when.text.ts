import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import type { LocalDay } from '../../domain/time/local-day';

dayjs.extend(utc);
const SHANGHAI_HOURS = 8;

const inShanghai = (atMs: number) => dayjs(atMs).utcOffset(SHANGHAI_HOURS);

/** '3月13日 14:00'. */
export const whenText = (atMs: number): string => inShanghai(atMs).format('M月D日 HH:mm');

/** '14:00'. */
export const clockText = (atMs: number): string => inShanghai(atMs).format('HH:mm');

/** '3月13日', of a civil day. */
export const dateText = (day: LocalDay): string =>
  `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

/** '2026年3月13日'. */
export const dayText = (atMs: number): string => inShanghai(atMs).format('YYYY年M月D日');

/** '2026-03-13 14:00', which sorts as it is written. */
export const sortedText = (atMs: number): string => inShanghai(atMs).format('YYYY-MM-DD HH:mm');

/** '2026年03月13日 14:00', as WeChat's fields of the types time and date want it. */
export const fieldText = (atMs: number): string => inShanghai(atMs).format('YYYY年MM月DD日 HH:mm');
