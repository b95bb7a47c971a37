import * as v from 'valibot';

/** What WeChat says of a picture, minutes after it was asked; without a result it could not say. */
export const MediaCheckEvent = v.object({
  MsgType: v.literal('event'),
  Event: v.literal('wxa_media_check'),
  trace_id: v.pipe(v.string(), v.minLength(1)),
  result: v.exactOptional(v.object({ suggest: v.picklist(['pass', 'review', 'risky']) })),
});
export type MediaCheckEvent = v.InferOutput<typeof MediaCheckEvent>;
