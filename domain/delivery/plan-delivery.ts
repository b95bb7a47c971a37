import { LazyTimeline } from '../shift/lazy-timeline';
import type { Piece } from '../shift/piece';
import { dayNumberOfInstant, instantOfNumber } from '../time/local-day';
import { hasCreditFor } from './credits';
import type { DeliveryMessage, DeliveryRules } from './delivery-rules';
import type { DeliverySituation } from './delivery-situation';
import type { Obstacle, Openness } from './suitable-instant';
import { firstSuitable, openInstantIn } from './suitable-instant';

export const SLEEP_CAUSES = ['after-night', 'before-early', 'night', 'own-window'] as const;
export type SleepCause = (typeof SLEEP_CAUSES)[number];

/** What a person does at an instant that is taken for want of a suitable one. */
export const LEAST_BAD_STATES = ['daily-limit', 'resting', 'handover', 'shift', 'asleep'] as const;

/** Why a message comes when it comes; `label` is that of the shift it follows from. */
export type DeliveryReason =
  | {
      readonly code:
        | 'urgent'
        | 'free-now'
        | 'office-hours'
        | 'scheduled'
        | 'digest'
        | 'daily-limit';
    }
  | {
      readonly code: 'after-shift' | 'after-rest' | 'at-handover' | 'in-break';
      readonly label: string;
    }
  | { readonly code: 'after-sleep'; readonly because: SleepCause; readonly label?: string }
  | {
      /** No suitable instant before the deadline; `state` is what the person is doing instead. */
      readonly code: 'least-bad';
      readonly state: (typeof LEAST_BAD_STATES)[number];
    };

export type InboxOnlyCause = 'not-bound' | 'no-credit' | 'asleep' | 'daily-limit';

export type DeliveryPlan =
  | {
      readonly kind: 'deliver';
      readonly atMs: number;
      readonly reason: DeliveryReason;
      /** Absent: a subscribe message as well. */
      readonly inboxOnlyBecause?: InboxOnlyCause;
      readonly leastBad?: true;
    }
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason };

/** 'deadline-past': it was over when planned; 'starts-too-late': scheduled for after the deadline. */
export type NotSentReason = 'deadline-past' | 'starts-too-late';

/** When a message comes and why, before anything is said of credits. */
export type Moment =
  | {
      readonly kind: 'deliver';
      readonly atMs: number;
      readonly reason: DeliveryReason;
      readonly leastBad: boolean;
      /** Joins a digest that has a credit already. */
      readonly hasCredit: boolean;
    }
  | { readonly kind: 'not-sent'; readonly reason: NotSentReason };

/**
 * When and how one message reaches one person, and why then. Urgent: at once. Timely: the first
 * suitable instant in [now, deadline), or the least bad one, said so; a least bad one in sleep or
 * over the day's limit reaches the inbox without a notice. Digest: the first suitable instant after
 * the person's digest minute, together with what already waits there; treated as timely when that
 * is not before the deadline. docs/rules.md#R-15 to R-19
 */
export function planDelivery(
  situation: DeliverySituation,
  message: DeliveryMessage,
  nowMs: number,
  rules: DeliveryRules,
): DeliveryPlan {
  const timeline = new LazyTimeline(situation.schedule, nowMs);
  const moment = momentOn(timeline, situation, message, nowMs, rules);
  if (moment.kind === 'not-sent') return moment;
  const { kind, atMs, reason } = moment;
  const cause = inboxOnlyCause(moment, situation, message, rules);
  return {
    kind,
    atMs,
    reason,
    ...(cause === undefined ? {} : { inboxOnlyBecause: cause }),
    ...(moment.leastBad ? { leastBad: true } : {}),
  };
}

/** The moment of a message, on a timeline from now on that people of the same schedule may share. */
export function momentOn(
  timeline: LazyTimeline,
  situation: DeliverySituation,
  message: DeliveryMessage,
  nowMs: number,
  rules: DeliveryRules,
): Moment {
  const { deadlineAtMs } = message;
  if (deadlineAtMs <= nowMs) return { kind: 'not-sent', reason: 'deadline-past' };
  const startAtMs = Math.max(nowMs, message.notBeforeAtMs ?? nowMs);
  if (deadlineAtMs <= startAtMs) return { kind: 'not-sent', reason: 'starts-too-late' };
  if (message.urgency === 'urgent') return momentAt(startAtMs, { code: 'urgent' });

  const openness = opennessOf(situation, rules);
  if (message.urgency === 'digest') {
    const digest = digestMoment(timeline, situation, startAtMs, deadlineAtMs, openness, rules);
    if (digest !== undefined) return digest;
  }
  const search = firstSuitable(timeline, { startAtMs, endAtMs: deadlineAtMs }, openness);
  if (search.kind === 'none') {
    const state = search.isDayFull ? 'daily-limit' : leastBadState(search.piece);
    const { atMs } = search;
    const reason = { code: 'least-bad', state } as const;
    return { kind: 'deliver', atMs, reason, leastBad: true, hasCredit: false };
  }
  const isAtStart = search.atMs === startAtMs;
  const reason = isAtStart
    ? startReason(search.piece, startAtMs === nowMs)
    : laterReason(search.piece, search.obstacle);
  return momentAt(search.atMs, reason);
}

/** Why a message at this moment gets no notice outside the inbox; undefined when it gets one. */
export function inboxOnlyCause(
  moment: Moment & { readonly kind: 'deliver' },
  { isBound, credits, claims }: DeliverySituation,
  message: DeliveryMessage,
  rules: DeliveryRules,
): InboxOnlyCause | undefined {
  const { reason } = moment;
  if (reason.code === 'least-bad') {
    if (reason.state === 'asleep' || reason.state === 'daily-limit') return reason.state;
  }
  if (!isBound) return 'not-bound';
  if (moment.hasCredit || hasCreditFor(message, credits, claims, rules)) return undefined;
  return 'no-credit';
}

/** How one person's rules, choices and earlier deliveries narrow when messages may come. */
export function opennessOf(situation: DeliverySituation, rules: DeliveryRules): Openness {
  const { countsByDay, preferences } = situation;
  return {
    onDuty: preferences?.onDuty ?? rules.onDuty,
    breaks: rules.breaks,
    countsByDay,
    mostPerDay: rules.mostPerDay,
  };
}

function digestMoment(
  timeline: LazyTimeline,
  situation: DeliverySituation,
  startAtMs: number,
  deadlineAtMs: number,
  openness: Openness,
  rules: DeliveryRules,
): Moment | undefined {
  const pending = situation.pendingDigest;
  if (pending !== undefined && pending.atMs >= startAtMs && pending.atMs < deadlineAtMs) {
    if (isOpenAt(timeline, pending.atMs, openness)) {
      return { ...momentAt(pending.atMs, { code: 'digest' }), hasCredit: pending.hasCredit };
    }
  }
  const minute = situation.preferences?.digestMinute ?? rules.digestMinute;
  const today = dayNumberOfInstant(startAtMs);
  const todayAtMs = instantOfNumber(today, minute);
  const digestAtMs = todayAtMs >= startAtMs ? todayAtMs : instantOfNumber(today + 1, minute);
  if (digestAtMs >= deadlineAtMs) return undefined;
  const interval = { startAtMs: digestAtMs, endAtMs: deadlineAtMs };
  const search = firstSuitable(timeline, interval, openness);
  return search.kind === 'found' ? momentAt(search.atMs, { code: 'digest' }) : undefined;
}

/** Whether messages may come at exactly this instant, the day's limit aside. */
export function isOpenAt(
  timeline: LazyTimeline,
  atMs: number,
  openness: Pick<Openness, 'onDuty' | 'breaks'>,
): boolean {
  const piece = timeline.pieceAt(timeline.indexAt(atMs));
  return openInstantIn(piece, atMs, atMs + 1, openness) === atMs;
}

function leastBadState(piece: Piece): 'resting' | 'handover' | 'shift' | 'asleep' {
  if (piece.state === 'asleep') return 'asleep';
  if (piece.state !== 'on-duty') return 'resting';
  return piece.reason.code === 'shift' ? 'shift' : 'handover';
}

function startReason(piece: Piece, isNow: boolean): DeliveryReason {
  const onDuty = dutyReason(piece);
  if (onDuty !== undefined) return onDuty;
  if (!isNow) return { code: 'scheduled' };
  return { code: piece.reason.code === 'office-hours' ? 'office-hours' : 'free-now' };
}

function laterReason(piece: Piece, obstacle: Obstacle): DeliveryReason {
  const onDuty = dutyReason(piece);
  if (onDuty !== undefined) return onDuty;
  if (obstacle === undefined) throw new Error('nothing kept the message from its start');
  if (obstacle === 'daily-limit') return { code: 'daily-limit' };
  const { state, reason } = obstacle;
  const label = 'label' in reason ? reason.label : undefined;
  if (state === 'asleep') {
    const because = reason.code as SleepCause;
    return label === undefined
      ? { code: 'after-sleep', because }
      : { code: 'after-sleep', because, label };
  }
  return { code: state === 'on-duty' ? 'after-shift' : 'after-rest', label: label ?? '' };
}

function dutyReason({ state, reason }: Piece): DeliveryReason | undefined {
  if (state !== 'on-duty' || !('label' in reason)) return undefined;
  if (reason.code === 'office-hours') return undefined;
  return { code: reason.code === 'shift' ? 'in-break' : 'at-handover', label: reason.label };
}

function momentAt(atMs: number, reason: DeliveryReason): Moment & { readonly kind: 'deliver' } {
  return { kind: 'deliver', atMs, reason, leastBad: false, hasCredit: false };
}
