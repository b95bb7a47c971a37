import * as v from 'valibot';
import { Month } from '../../contract/fields';
import { dayOfInstant, monthOf } from '../../domain/time/local-day';
import type { Placeholder } from '../state/shown';
import { monthText } from './when';

/** What a page of a month shows: in place of an error why, where its month is none or is to come. */
export function orMonthFault<View extends { readonly kind: string }>(
  view: View,
  month: string,
  nowMs: number,
): View | Placeholder {
  if (view.kind !== 'error' || month === '') return view;
  const today = dayOfInstant(nowMs);
  if (!v.is(Month, month)) {
    return { kind: 'empty', text: '没有这样的月份。返回，从“每月之星”再进一次。' };
  }
  return month > monthOf(today)
    ? { kind: 'empty', text: `${monthText(month, today)}还没到，到了那个月再来看。` }
    : view;
}
