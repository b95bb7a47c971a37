import * as v from 'valibot';
import { knownMe } from '../../../state/me';
import { store } from '../../../state/storage';

/** What a person has written of a month on this phone; one key for each month and person. */
const Draft = v.object({
  text: v.string(),
  savedAtMs: v.number(),
  /** What was handed in when it was begun, or has been shown beside it since; null: nothing. Absent: kept before it was asked. */
  over: v.optional(v.nullable(v.string())),
});
export type SummaryDraft = v.InferOutput<typeof Draft>;

const keyOf = (month: string): string => `summary:${month}:${knownMe()?.memberId ?? ''}`;

export function readSummary(month: string): SummaryDraft | null {
  const stored = v.safeParse(Draft, wx.getStorageSync(keyOf(month)));
  return stored.success ? stored.output : null;
}

/** Whether it is kept: full storage does not take it. */
export const keepSummary = (month: string, draft: SummaryDraft): boolean =>
  store(keyOf(month), draft);

/** Handed in: the server has it. */
export function dropSummary(month: string): void {
  wx.removeStorageSync(keyOf(month));
}
