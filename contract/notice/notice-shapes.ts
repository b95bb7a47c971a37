import { URGENCIES } from '../../domain/delivery/delivery-rules';
import * as v from 'valibot';
import { CHANNELS } from '../../domain/notice/kind-rules';
import { NOTICE_KINDS } from '../../domain/notice/kind-names';
import { AtMs, Count, Words } from '../fields';
import { MOST_CHARACTERS } from '../limits';
import { growing } from '../growing';
import { ShiftLabel } from '../roster/shift';
import { Audience } from '../people/audience';

/** Codes of domain/delivery; without the two that need a cause besides. */
export const PLAIN_REASON_CODES = [
  'urgent',
  'free-now',
  'office-hours',
  'scheduled',
  'digest',
  'daily-limit',
  'after-shift',
  'after-rest',
  'at-handover',
  'in-break',
] as const;
const REASON_CODES = [...PLAIN_REASON_CODES, 'after-sleep', 'least-bad'] as const;

const REASON_DETAILS = { because: v.nullable(v.string()), label: v.nullable(ShiftLabel) };

/** Why a message comes when it comes: a code of domain/delivery and the shift it speaks of. */
export const NoticeReason = v.strictObject({
  code: growing(REASON_CODES),
  ...REASON_DETAILS,
});
export type NoticeReason = v.InferOutput<typeof NoticeReason>;

/** Why it stands in an inbox: that, or it took the place of the edition that stood there. */
export const InboxReason = v.strictObject({
  code: growing([...REASON_CODES, 'new-edition']),
  ...REASON_DETAILS,
});
export type InboxReason = v.InferOutput<typeof InboxReason>;

export const ShownKind = growing(NOTICE_KINDS);
export const ShownChannel = growing(CHANNELS);

export const NoticeDraft = v.strictObject({
  kind: v.picklist(NOTICE_KINDS),
  channel: v.picklist(CHANNELS),
  urgency: v.picklist(URGENCIES),
  title: Words(MOST_CHARACTERS.title),
  body: v.nullable(Words(MOST_CHARACTERS.body)),
  audience: Audience,
  isMustRead: v.boolean(),
  /** Not before; null: now. */
  sendAfterAtMs: v.nullable(AtMs),
  deadlineAtMs: AtMs,
});
export type NoticeDraft = v.InferOutput<typeof NoticeDraft>;

export const OutcomeCounts = v.strictObject({
  recipients: Count,
  /** Planned, their time has not come. */
  waiting: Count,
  sent: Count,
  inboxOnly: Count,
  /** WeChat gave no clear answer; not repeated. */
  unknown: Count,
  failed: Count,
  /** Left the branch, unbound or no longer concerned before sending. */
  notConcerned: Count,
  tooLate: Count,
  acknowledged: Count,
  toldInPerson: Count,
});

/** Who gets a message when and why, for whoever looks before it is sent. */
export const Preview = v.strictObject({
  nowMs: AtMs,
  total: Count,
  groups: v.array(
    v.strictObject({
      atMs: AtMs,
      isNow: v.boolean(),
      why: NoticeReason,
      count: Count,
      /** Crew names with head counts, so that a sender recognises who waits. */
      crews: v.array(v.strictObject({ crewName: v.string(), count: Count })),
    }),
  ),
  inboxOnly: v.strictObject({
    noCredit: Count,
    notBound: Count,
    asleep: Count,
    dailyLimit: Count,
  }),
  tooLate: Count,
  leastBad: Count,
});
export type Preview = v.InferOutput<typeof Preview>;
