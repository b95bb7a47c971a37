import { DEFAULT_DELIVERY_RULES, type DeliveryMessage } from '../../domain/delivery/delivery-rules';
import type { DeliverySituation } from '../../domain/delivery/delivery-situation';
import { planDeliveries, type Deliveries } from '../../domain/delivery/plan-deliveries';
import { dayOfInstant, instantOf } from '../../domain/time/local-day';
import { deliveries } from '../_store/delivery/deliveries';
import {
  MOST_PEOPLE,
  NEVER_MS,
  type DeliveryDocument,
  type DeliveryGroup,
} from '../_store/delivery/delivery-document';
import type { Member } from '../_store/people/member-document';
import type { Rotas } from '../_store/people/organisation';
import { whyOf } from './notice-reason';
import { situationsOf } from './situations';

/** What a message says and to which rules it is sent, before it is known who gets it when. */
export type NoticeContent = Pick<
  DeliveryDocument,
  | 'messageId'
  | 'branchId'
  | 'kind'
  | 'channel'
  | 'urgency'
  | 'importance'
  | 'templateKey'
  | 'title'
  | 'body'
  | 'page'
  | 'isMustRead'
  | 'author'
  | 'revisedBy'
  | 'major'
  | 'changed'
  | 'about'
  | 'reminds'
  | 'lastRequestId'
  | 'notBeforeAtMs'
  | 'deadlineAtMs'
>;

export interface NoticePlan {
  readonly documents: readonly DeliveryDocument[];
  /** Of all people together, for the sender's preview. */
  readonly parts: readonly Deliveries[];
}

/** What planning asks of a message. */
export function deliveryMessageOf(
  content: Pick<
    DeliveryDocument,
    'urgency' | 'importance' | 'templateKey' | 'notBeforeAtMs' | 'deadlineAtMs'
  >,
): DeliveryMessage {
  const { urgency, importance, templateKey, notBeforeAtMs, deadlineAtMs } = content;
  return {
    urgency,
    importance,
    creditKind: templateKey,
    deadlineAtMs,
    ...(notBeforeAtMs !== null && { notBeforeAtMs }),
  };
}

/** Start of the civil day of an instant: from here on what was sent counts for the day's limit. */
export const startOfDay = (atMs: number): number => instantOf(dayOfInstant(atMs), 0);

/**
 * Plans one message for these people: one request, for what they have been sent today and what is
 * planned for them. Writes nothing.
 */
export async function planNotice(
  content: NoticeContent,
  people: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): Promise<NoticePlan> {
  const ids = people.map(({ _id }) => _id);
  const known = ids.length === 0 ? [] : await deliveries.naming(ids, startOfDay(nowMs));
  return planBeside(known, content, people, organisation, nowMs);
}

/** As planNotice, beside these documents: those that name one of the people and reach into today. */
export function planBeside(
  known: readonly DeliveryDocument[],
  content: NoticeContent,
  people: readonly Member[],
  organisation: Pick<Rotas, 'scheduleOf'>,
  nowMs: number,
): NoticePlan {
  const ids = people.map(({ _id }) => _id);
  // Older editions give way to this one. docs/rules.md#R-78
  const others = known.filter(
    ({ messageId, major }) => messageId !== content.messageId || major >= content.major,
  );
  const situations = situationsOf(people, organisation, others);
  const documents: DeliveryDocument[] = [];
  const parts: Deliveries[] = [];
  for (let start = 0; start < ids.length; start += MOST_PEOPLE) {
    const chunk = ids.slice(start, start + MOST_PEOPLE);
    const plan = planDeliveries(
      recipientsOf(chunk, situations),
      deliveryMessageOf(content),
      nowMs,
      DEFAULT_DELIVERY_RULES,
    );
    parts.push(plan);
    documents.push({
      ...documentOf(content, documents.length, chunk, plan, nowMs),
      recipients: ids.length,
    });
  }
  return { documents, parts };
}

function* recipientsOf(
  memberIds: readonly string[],
  situations: ReadonlyMap<string, DeliverySituation>,
) {
  for (const personId of memberIds) {
    const situation = situations.get(personId);
    if (situation !== undefined) yield { personId, situation };
  }
}

function documentOf(
  content: NoticeContent,
  chunk: number,
  memberIds: readonly string[],
  plan: Deliveries,
  nowMs: number,
): Omit<DeliveryDocument, 'recipients'> {
  const groups = plan.groups.map(
    ({ atMs, reason, leastBad, personIds, inboxOnly }): DeliveryGroup => {
      const quiet = new Set(inboxOnly.map(({ personId }) => personId));
      return {
        atMs,
        why: whyOf(reason),
        isLeastBad: leastBad,
        subscribe: personIds.filter((personId) => !quiet.has(personId)),
        inboxOnly: inboxOnly.map(({ personId, because }) => ({ memberId: personId, because })),
        state: 'pending',
        leaseUntilMs: null,
        outcomes: {},
      };
    },
  );
  return {
    _id: `${content.messageId}_${content.major}_${chunk}`,
    ...content,
    chunk,
    minor: 0,
    createdAtMs: nowMs,
    memberIds: [...memberIds],
    groups,
    tooLate: plan.notSent.map(({ personId }) => personId),
    acks: {},
    nextAtMs: Math.min(NEVER_MS, ...groups.map(({ atMs }) => atMs)),
    lastAtMs: Math.max(nowMs, ...groups.map(({ atMs }) => atMs)),
    cancelledAtMs: null,
    isSuperseded: false,
    remindedAtMs: null,
    remindedBy: '',
    version: 0,
    schemaVersion: 2,
  };
}
