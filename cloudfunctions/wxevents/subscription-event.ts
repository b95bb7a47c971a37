import * as v from 'valibot';

const Item = v.object({
  TemplateId: v.string(),
  SubscribeStatusString: v.optional(v.string()),
  ErrorCode: v.optional(v.union([v.string(), v.number()])),
});

/** WeChat sends one item as an object and several as a list. */
const Items = v.pipe(
  v.union([v.array(Item), Item]),
  v.transform((items) => (Array.isArray(items) ? items : [items])),
);

/** What WeChat tells of subscriptions; other events do not fit it. */
export const SubscriptionEvent = v.object({
  FromUserName: v.pipe(v.string(), v.minLength(1)),
  /** Seconds since 1970. */
  CreateTime: v.pipe(v.union([v.number(), v.string()]), v.transform(Number), v.safeInteger()),
  MsgType: v.literal('event'),
  Event: v.picklist([
    'subscribe_msg_popup_event',
    'subscribe_msg_change_event',
    'subscribe_msg_sent_event',
  ]),
  List: Items,
});
export type SubscriptionEvent = v.InferOutput<typeof SubscriptionEvent>;
