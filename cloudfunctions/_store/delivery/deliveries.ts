import type * as v from 'valibot';
import { PRIVATE_KINDS } from '../../../domain/notice/notice-kinds';
import { collection, command, type Changes, type Page } from '../database';
import {
  DELIVERIES,
  scheduleFields,
  type Ack,
  type DeliveryDocument,
  type DeliveryGroup,
} from './delivery-document';

const documents = () => collection(DELIVERIES);
/** One that does not fit must not hide the others of a message. */
const MOST_LOOKED_AT = 5;
const current = { cancelledAtMs: null, isSuperseded: false } as const;
export const inInbox = { ...current, reminds: null } as const;

/** Where a page of the notices of a branch ended. */
export interface BranchPosition {
  readonly createdAtMs: number;
  readonly deliveryId: string;
}

/** Where a page of an inbox ended. */
export interface InboxPosition {
  readonly lastAtMs: number;
  readonly deliveryId: string;
}

function withoutPlans(document: DeliveryDocument): DeliveryDocument {
  if (document.cancelledAtMs === null && !document.isSuperseded) return document;
  return { ...document, groups: document.groups.filter(({ state }) => state !== 'pending') };
}

export const deliveries = {
  /**
   * Writes the documents that are not there yet: a retry after a crash completes what is missing.
   * Whether the first was written by this call.
   */
  async insertAbsent([first, ...rest]: readonly DeliveryDocument[]): Promise<boolean> {
    const isFirst = first !== undefined && (await documents().insertIfAbsent(first));
    for (const document of rest) await documents().insertIfAbsent(document);
    return isFirst;
  },

  /** As insertAbsent: one request where none of them is there yet. */
  async insertAllAbsent(all: readonly DeliveryDocument[]): Promise<void> {
    await documents().insertAbsent(all);
  },

  /** All documents of a message, newest edition first, then by chunk. */
  ofMessage: (messageId: string) =>
    documents().find({ messageId }, { orderBy: { major: 'desc', chunk: 'asc' } }),

  /** As ofMessage, of each of these. */
  ofMessages: (messageIds: readonly string[]) =>
    documents().all({ messageId: command.in(messageIds) }),

  byId: (deliveryId: string) => documents().byId(deliveryId),

  /** Branch of a message; null when there is none, or when it is between two people. */
  async branchOf(messageId: string): Promise<string | null> {
    const ofBranch = { messageId, kind: command.nin(PRIVATE_KINDS) };
    const [document] = await documents().find(ofBranch, { limit: MOST_LOOKED_AT });
    return document?.branchId ?? null;
  },

  /**
   * Documents that name one of these people and are not over at `sinceMs`; in order of creation. Of
   * what was taken back, only what had gone out before.
   */
  async naming(memberIds: readonly string[], sinceMs: number): Promise<DeliveryDocument[]> {
    const found = await documents().all({
      memberIds: command.in(memberIds),
      lastAtMs: command.gte(sinceMs),
    });
    return found.map(withoutPlans).sort((a, b) => a.createdAtMs - b.createdAtMs);
  },

  /** A message as it stands in a person's inbox, or will; null when it never does, or was taken back. */
  async inInboxOf(memberId: string, messageId: string): Promise<DeliveryDocument | null> {
    const [mine] = await documents().find(
      { messageId, memberIds: memberId, ...inInbox },
      { limit: MOST_LOOKED_AT },
    );
    return mine ?? null;
  },

  /** What a person's inbox is made of, by the document's latest instant, after `position`. */
  inboxOf(
    memberId: string,
    position: InboxPosition | null,
    channel: string | null,
    limit: number,
  ): Promise<Page<DeliveryDocument>> {
    const mine = {
      memberIds: memberId,
      ...inInbox,
      ...(channel !== null && { channel }),
    };
    const order = { orderBy: { lastAtMs: 'desc', _id: 'desc' }, limit } as const;
    if (position === null) return documents().page(mine, order);
    const { lastAtMs, deliveryId } = position;
    return documents().page(
      command.anyOf(
        { ...mine, lastAtMs: command.lt(lastAtMs) },
        { ...mine, lastAtMs, _id: command.lt(deliveryId) },
      ),
      order,
    );
  },

  /** First documents of a branch's messages, newest first; not what is between two people. */
  ofBranch(
    branchId: string,
    position: BranchPosition | null,
    limit: number,
  ): Promise<Page<DeliveryDocument>> {
    const written = {
      branchId,
      chunk: 0,
      isSuperseded: false,
      reminds: null,
      kind: command.nin(PRIVATE_KINDS),
    };
    const order = { orderBy: { createdAtMs: 'desc', _id: 'desc' }, limit } as const;
    if (position === null) return documents().page(written, order);
    const { createdAtMs, deliveryId } = position;
    return documents().page(
      command.anyOf(
        { ...written, createdAtMs: command.lt(createdAtMs) },
        { ...written, createdAtMs, _id: command.lt(deliveryId) },
      ),
      order,
    );
  },

  /** What the clock has to look at now, the longest waiting first; without the first `skip` of it. */
  due: (nowMs: number, limit: number, skip: number) =>
    documents().page(
      { nextAtMs: command.lte(nowMs), ...current },
      { orderBy: { nextAtMs: 'asc', _id: 'asc' }, limit, skip },
    ),

  /** Writes groups if nobody wrote any since this document was read; false otherwise. */
  async writeGroups(
    document: DeliveryDocument,
    groups: readonly DeliveryGroup[],
    more: Changes = {},
  ): Promise<boolean> {
    const written = await documents().update(
      { _id: document._id, version: document.version, ...current },
      { ...scheduleFields(groups, document.createdAtMs), ...more, version: command.inc(1) },
    );
    return written === 1;
  },

  /**
   * Enters an acknowledgement where there is none; repeated, it changes nothing. A person acknowledges
   * must-reads only; told face to face is whatever may be told so.
   */
  async acknowledge(
    deliveryId: string,
    memberId: string,
    ack: v.InferOutput<typeof Ack>,
  ): Promise<boolean> {
    const written = await documents().update(
      {
        _id: deliveryId,
        memberIds: memberId,
        ...(ack.toldBy === null && { isMustRead: true }),
        [`acks.${memberId}`]: command.exists(false),
      },
      { [`acks.${memberId}`]: ack },
    );
    return written === 1;
  },

  /** As writeGroups, for what has happened already: a message taken back meanwhile has it too. */
  async recordOutcomes(
    document: DeliveryDocument,
    groups: readonly DeliveryGroup[],
  ): Promise<boolean> {
    const written = await documents().update(
      { _id: document._id, version: document.version },
      { ...scheduleFields(groups, document.createdAtMs), version: command.inc(1) },
    );
    return written === 1;
  },

  /**
   * New words in place of these, once per call, also in what reminds of it; plan and acknowledgements
   * stay. False when other words stand there by now.
   */
  async reword(
    { messageId, major, minor, lastRequestId }: DeliveryDocument,
    words: Pick<DeliveryDocument, 'title' | 'body' | 'lastRequestId' | 'revisedBy'>,
  ): Promise<boolean> {
    const isOther = { lastRequestId: command.neq(words.lastRequestId) };
    const changes = { ...words, minor: command.inc(1) };
    const written = await documents().update({ messageId, major, minor, ...isOther }, changes);
    if (written === 0 && lastRequestId !== words.lastRequestId) return false;
    await documents().update({ reminds: messageId, isSuperseded: false, ...isOther }, changes);
    return true;
  },

  /** Until when the present edition, and what reminds of it, can be answered; plans stay. */
  async setDeadline(messageId: string, deadlineAtMs: number): Promise<void> {
    await documents().update(
      command.anyOf({ messageId, ...current }, { reminds: messageId, ...current }),
      { deadlineAtMs },
    );
  },

  /** Takes every edition, and what reminds of it, out of inboxes and plans. */
  async cancel(messageId: string, cancelledAtMs: number): Promise<void> {
    await documents().update(
      command.anyOf(
        { messageId, cancelledAtMs: null },
        { reminds: messageId, cancelledAtMs: null },
      ),
      { cancelledAtMs },
    );
  },

  /** Takes these messages out of inboxes and plans; those that are not there do not matter. */
  async cancelEach(messageIds: readonly string[], cancelledAtMs: number): Promise<void> {
    await documents().update(
      { messageId: command.in(messageIds), cancelledAtMs: null },
      { cancelledAtMs },
    );
  },

  /** What was cancelled before it went out stands again, as it was planned. */
  async revive(messageId: string): Promise<void> {
    await documents().update({ messageId, cancelledAtMs: command.gt(0) }, { cancelledAtMs: null });
  },

  async retitle(deliveryId: string, title: string): Promise<void> {
    await documents().update({ _id: deliveryId }, { title });
  },

  /** Older editions, and what reminds of them, give way to a new edition. */
  async supersede(messageId: string, beforeMajor: number): Promise<void> {
    await documents().update(
      command.anyOf(
        { messageId, major: command.lt(beforeMajor), isSuperseded: false },
        { reminds: messageId, isSuperseded: false },
      ),
      { isSuperseded: true },
    );
  },

  /**
   * Takes the right to remind, when nobody did after `beforeMs`; of several callers exactly one gets
   * it, and the same call gets it again.
   */
  async takeReminder(
    messageId: string,
    requestId: string,
    beforeMs: number,
    atMs: number,
  ): Promise<boolean> {
    const first = { messageId, chunk: 0, ...current };
    const taken = await documents().updateAndRead(
      command.anyOf(
        { ...first, remindedAtMs: null },
        { ...first, remindedAtMs: command.lte(beforeMs) },
        { ...first, remindedBy: requestId },
      ),
      { remindedAtMs: atMs, remindedBy: requestId },
    );
    return taken !== null;
  },
} as const;
