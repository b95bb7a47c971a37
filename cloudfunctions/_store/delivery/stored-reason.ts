import * as v from 'valibot';
import { PLAIN_REASON_CODES } from '../../../contract/notice/notice-shapes';
import { ShiftLabel } from '../../../contract/roster/shift';
import { LEAST_BAD_STATES, SLEEP_CAUSES } from '../../../domain/delivery/plan-delivery';

/** The shift that it speaks of. */
const label = v.nullable(ShiftLabel);
const kinds = [
  v.object({ code: v.picklist(PLAIN_REASON_CODES), because: v.null(), label }),
  v.object({ code: v.literal('after-sleep'), because: v.picklist(SLEEP_CAUSES), label }),
  v.object({ code: v.literal('least-bad'), because: v.picklist(LEAST_BAD_STATES), label }),
] as const;

/** Why somebody gets a message when they do: a reason of domain/delivery. */
export const StoredReason = v.variant('code', kinds);
export type StoredReason = v.InferOutput<typeof StoredReason>;

/** Why it stands in the inbox before that. */
export const ShownReason = v.variant('code', [
  ...kinds,
  v.object({ code: v.literal('new-edition'), because: v.null(), label }),
]);
export type ShownReason = v.InferOutput<typeof ShownReason>;
