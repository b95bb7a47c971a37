import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';

dayjs.extend(utc);
const SHANGHAI_HOURS = 8;

const inShanghai = (atMs: number) => dayjs(atMs).utcOffset(SHANGHAI_HOURS);

/** '3月13日 14:00'. */
export const whenText = (atMs: number): string => inShanghai(atMs).format('M月D日 HH:mm');

/** '14:00'. */
export const clockText = (atMs: number): string => inShanghai(atMs).format('HH:mm');
