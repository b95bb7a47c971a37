import * as v from 'valibot';
import { Count, Day } from '../../../contract/fields';
import type { LocalDay } from '../../../domain/time/local-day';
import { command, type Transaction } from '../database';
import { documentKind } from '../document-kind';

/** Where those meet who mark an item for before the shifts of one day, whatever the channel. docs/rules.md#R-226 */
export const PreShiftDayDocument = v.object({
  /** The day. */
  _id: Day,
  /** Plans with a mark; which item is marked, the items say. */
  marks: Count,
  schemaVersion: v.literal(1),
});

export const PRE_SHIFT_DAYS = documentKind('pre_shift_days', PreShiftDayDocument);

/** Of two transactions that do this for the same day at once, one decides anew by what the other wrote. */
export async function meetOnDay(transaction: Transaction, day: LocalDay): Promise<void> {
  const inside = transaction.collection(PRE_SHIFT_DAYS);
  if (await inside.updateById(day, { marks: command.inc(1) })) return;
  await inside.insert({ _id: day, marks: 1, schemaVersion: 1 });
}
