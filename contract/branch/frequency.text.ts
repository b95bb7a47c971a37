import type { Frequency } from '../../domain/branch/ledger';
import type { Newer } from '../growing';

/** How often a kind of meeting is held, on the phone and in what functions write. */
export const FREQUENCY_TEXT: Readonly<Record<Frequency | Newer, string>> = {
  month: '每月一次',
  quarter: '每季一次',
  'half-year': '每半年一次',
  year: '每年一次',
  none: '没有规定',
  newer: '按规定开',
};
