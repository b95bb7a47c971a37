import type { Kept, WaitsFor } from '../api/outbox';
import { momentText } from './when';

/** When a kept write goes out. */
export const SENT_TEXT: Readonly<Record<WaitsFor, string>> = {
  network: '有网时送出',
  update: '更新后送出',
  mending: '过一会儿再送',
};

const NOTHING: Kept = { count: 0, waitsFor: 'network', ofNewer: 0 };

/**
 * The line of the offline bar, or '' when there is nothing to say.
 * @param asOfAtMs how old what the page shows is; null when fresh
 * @param kept what waits in the outbox, on pages that speak of it
 */
export function offlineText(asOfAtMs: number | null, nowMs: number, kept: Kept = NOTHING): string {
  const age =
    asOfAtMs === null ? '' : `没有取到新的，显示的是${momentText(asOfAtMs, nowMs)} 的内容`;
  return [age, ...keptTexts(kept)].filter((part) => part !== '').join('；');
}

function keptTexts({ count, waitsFor, ofNewer }: Kept): readonly string[] {
  const text = (each: number, what: WaitsFor) =>
    each === 0 ? '' : `${each} 项已保存在手机，${SENT_TEXT[what]}`;
  if (waitsFor === 'update') return [text(count + ofNewer, 'update')];
  return [text(count, waitsFor), text(ofNewer, 'update')];
}
