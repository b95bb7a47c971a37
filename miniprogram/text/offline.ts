import { momentText } from './when';

/**
 * The line of the offline bar, or '' when there is nothing to say.
 * @param asOfAtMs how old what the page shows is; null when fresh
 * @param waiting how many writes wait in the outbox
 */
export function offlineText(asOfAtMs: number | null, waiting: number, nowMs: number): string {
  const kept = waiting > 0 ? `${waiting} 项已保存在手机，有网时送出` : '';
  if (asOfAtMs === null) return kept;
  const shown = `离线，显示的是 ${momentText(asOfAtMs, nowMs)} 的内容`;
  return kept === '' ? shown : `${shown}；${kept}`;
}
