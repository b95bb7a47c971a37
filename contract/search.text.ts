import type { DayWriting } from '../domain/search/asked-when';

/** How people write a day, a month or a year. docs/rules.md#R-261 */
export const DAY_WRITING: DayWriting = {
  shapes: [
    // 3月5日, 三月份, 2026年3月5号, 26年3月
    /^(?:(20\d{2}|\d{2})年)?(\d{1,2}|[一二三四五六七八九十]{1,3})月(?:份|(\d{1,2}|[一二三四五六七八九十]{1,3})[日号]?)?$/u,
    // 2026-03, 2026/3/5, 2026.3.5
    /^(20\d{2})([-/.])(\d{1,2})(?:\2(\d{1,2}))?$/u,
    // 20260305
    /^(20\d{2})(\d{2})(\d{2})$/u,
    // 3.5, 3-5, 3/5
    /^()(\d{1,2})[-/.](\d{1,2})$/u,
    /^(20\d{2}|\d{2})年$/u,
  ],
  ones: '一二三四五六七八九',
  ten: '十',
};
