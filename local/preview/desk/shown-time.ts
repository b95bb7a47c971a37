const format = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', ...options });

const twoDigits = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

const weekday = format({ month: 'long', day: 'numeric', weekday: 'short' });
const time = format({ ...twoDigits, second: '2-digit' });
const short = format({ month: 'long', day: 'numeric', ...twoDigits });

/** '3月11日周三'. */
export const dayWithWeekday = (atMs: number): string => weekday.format(atMs);

/** '10:12:00'. */
export const timeWithSeconds = (atMs: number): string => time.format(atMs);

/** '3月11日 10:12'. */
export const dayAndTime = (atMs: number): string => short.format(atMs);
