import type { DeliveryDocument } from '../../../../cloudfunctions/_store/delivery/delivery-document';
import type { Member } from '../../../../cloudfunctions/_store/people/member-document';
import { notReachedPeople } from '../../../../contract/branch/not-reached';
import { channelIssues } from '../../../../contract/content/channel-reading';
import { whoHasNotRead } from '../../../../contract/content/library';
import { preShiftItem } from '../../../../contract/content/pre-shift';
import { acknowledge } from '../../../../contract/notice/acknowledge';
import { markSeen, message } from '../../../../contract/notice/inbox';
import { tellInPerson } from '../../../../contract/notice/sending';
import { CONTENT_CHANNELS } from '../../../../domain/content/channel/item';
import { addDays, instantOf, localDay } from '../../../../domain/time/local-day';
import type { RotationDocument } from '../../../../cloudfunctions/_store/roster/shift-documents';
import { referenceStateAt } from '../../../domain/delivery/reference-planner';
import { accountOf } from '../../../builders/documents';
import { allStored } from '../../../builders/stored';
import { insist, people } from '../actor';
import { readInbox } from '../lives';
import { scheduleOf, secretaryOf } from '../organisation';
import { isStanding } from '../recorder';
import type { ContentStage } from './chronicle';
import { leadersOf } from './organisation';

const READING = 'document-to-read';

/** What somebody is doing now, by their life alone. */
export function stateOf({ cloud, recorder }: ContentStage, member: Member) {
  const rotations: readonly RotationDocument[] = allStored(cloud, 'rotations');
  return referenceStateAt(scheduleOf(member, rotations), recorder.nowMs);
}

const isAwake = (stage: ContentStage, member: Member) => stateOf(stage, member) !== 'asleep';

/** Must-reads of the library that stand now and somebody has not acknowledged. */
function openReadings({ recorder }: ContentStage): readonly DeliveryDocument[] {
  return recorder
    .deliveries()
    .filter((each) => each.kind === READING && isStanding(each))
    .filter((each) => each.deadlineAtMs > recorder.nowMs && unread(each).length > 0);
}

const unread = ({ memberIds, acks }: DeliveryDocument) =>
  memberIds.filter((memberId) => acks[memberId] === undefined);

/** Some who are awake open a must-read that has come to them, and acknowledge it. */
export async function acknowledgeSome(stage: ContentStage): Promise<void> {
  const { dice, chronicle } = stage;
  const open = openReadings(stage);
  if (open.length === 0) return;
  const document = dice.pick(open);
  const { messageId, branchId, major } = document;
  const there = people(stage).filter(
    (member) => unread(document).includes(member._id) && member.branchId === branchId,
  );
  const awake = there.filter((member) => isAwake(stage, member));
  const some = awake.filter(() => dice.chance(60)).slice(0, 4);
  await Promise.all(
    some.map(async ({ _id: memberId, account }) => {
      const opened = await insist(stage, account, message, { messageId });
      if (!opened.ok) throw new Error(`message: ${opened.code}`);
      if (opened.output.item === null) return;
      const { edition } = opened.output.item;
      const reply = await insist(stage, account, acknowledge, { messageId, edition });
      if (!reply.ok) throw new Error(`acknowledge: ${reply.code}`);
      chronicle.kept.acks.push({ ...chronicle.now(), messageId, major, memberId, toldById: null });
    }),
  );
}

/** A leader of a group, awake, tells some of their group a must-read face to face. */
export async function tellSome(stage: ContentStage): Promise<void> {
  const { dice, recorder, chronicle } = stage;
  const open = openReadings(stage);
  if (open.length === 0) return;
  const document = dice.pick(open);
  const { messageId, major, branchId } = document;
  const all = recorder.members();
  const leaderId = dice.pick(leadersOf(branchId));
  const leader = all.find(({ _id }) => _id === leaderId);
  if (leader === undefined || !isAwake(stage, leader)) return;
  const told = all
    .filter((member) => member.leftDay === null && member.branchId === branchId)
    .filter(({ _id, groupId }) => groupId === leader.groupId && unread(document).includes(_id))
    .slice(0, 3)
    .map(({ _id }) => _id);
  if (told.length === 0) return;
  const input = { messageId, memberIds: told };
  const reply = await insist(stage, leader.account, tellInPerson, input);
  if (!reply.ok) throw new Error(`tellInPerson: ${reply.code}`);
  for (const memberId of told) {
    chronicle.kept.acks.push({
      ...chronicle.now(),
      messageId,
      major,
      memberId,
      toldById: leaderId,
    });
  }
}

/** A leader who was asked to tells an item before the shift, and marks who was there. */
export async function tellBeforeShift(stage: ContentStage): Promise<void> {
  const { dice, recorder, chronicle } = stage;
  const asks = recorder
    .deliveries()
    .filter((each) => each.kind === 'pre-shift' && isStanding(each))
    .filter(({ deadlineAtMs }) => deadlineAtMs > recorder.nowMs);
  if (asks.length === 0) return;
  const ask = dice.pick(asks);
  const [leaderId = ''] = ask.memberIds;
  const [, channel = '', day = ''] = /channel=(\w+)&day=([\d-]+)/u.exec(ask.page ?? '') ?? [];
  const input = { channel: channel as 'party', day: localDay(day) };
  const shown = await insist(stage, accountOf(leaderId), preShiftItem, input);
  if (!shown.ok) throw new Error(`preShiftItem: ${shown.code}`);
  const { messageId } = shown.output;
  const there = shown.output.people.filter(({ isTold }) => !isTold && dice.chance(80));
  const told = there.map(({ memberId }) => memberId).slice(0, 50);
  if (told.length === 0) return;
  const reply = await insist(stage, accountOf(leaderId), tellInPerson, {
    messageId,
    memberIds: told,
  });
  if (!reply.ok) throw new Error(`tellInPerson: ${reply.code}`);
  for (const memberId of told) {
    const ack = { messageId, major: 1, memberId, toldById: leaderId };
    chronicle.kept.acks.push({ ...chronicle.now(), ...ack });
  }
}

/** Somebody who is awake has their inbox on the screen, and perhaps a channel after it. */
export async function openSome(stage: ContentStage): Promise<void> {
  const { dice, recorder, chronicle } = stage;
  const member = dice.pick(people(stage));
  if (!isAwake(stage, member)) return;
  recorder.discover();
  await readInbox(stage, member);
  const some = Array.from({ length: 10 }, () => dice.pick(recorder.members())._id);
  recorder.lookAtPlans(new Set(some));
  const upToAtMs = recorder.nowMs;
  await insist(stage, member.account, markSeen, { upToAtMs });
  const channel = dice.pick(CONTENT_CHANNELS);
  const reply = await insist(stage, member.account, channelIssues, { channel });
  if (!reply.ok) throw new Error(`channelIssues: ${reply.code}`);
  const { issues } = reply.output;
  chronicle.kept.looks.push({
    ...chronicle.now(),
    channel,
    fromDay: issues.at(-1)?.day ?? '',
    shown: issues.flatMap(({ items }) =>
      items.map(({ itemId, withdrawnBecause }) => {
        return { itemId, isWithdrawn: withdrawnBecause !== null };
      }),
    ),
  });
}

/** What the secretaries of branches are shown of must-reads that have not reached their readers. */
export async function listIn(stage: ContentStage, branchIds: readonly string[]): Promise<void> {
  const { recorder, chronicle } = stage;
  for (const branchId of branchIds) {
    const account = accountOf(secretaryOf(branchId));
    const documents = chronicle
      .documents()
      .filter(
        (each) =>
          each.branchId === branchId && each.state === 'shown' && each.current?.readers != null,
      )
      .filter(({ current }) => {
        const until = current?.validUntilDay ?? null;
        return until === null || recorder.nowMs < instantOf(addDays(until, 1), 0);
      });
    const unreadOf = new Map<string, readonly string[]>();
    for (const { _id: documentId } of documents) {
      const reply = await insist(stage, account, whoHasNotRead, { documentId });
      if (!reply.ok) throw new Error(`whoHasNotRead: ${reply.code}`);
      const { messageId, open } = reply.output;
      unreadOf.set(
        messageId,
        open.map(({ memberId }) => memberId),
      );
    }
    const reasons = await reasonsIn(stage, account, branchId);
    chronicle.kept.listings.push({
      ...chronicle.now(),
      branchId,
      unread: unreadOf,
      reasons,
      deliveries: recorder
        .deliveries()
        .filter((each) => each.kind === READING && each.branchId === branchId),
      members: recorder.members().filter((member) => member.branchId === branchId),
    });
  }
}

async function reasonsIn(stage: ContentStage, account: string, branchId: string) {
  const reasons: { memberId: string; why: string; count: number }[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof turn>> = await turn(stage, account, branchId, cursor);
    for (const { memberId, lines } of page.people) {
      for (const { kind, why, count } of lines) {
        if (kind === READING) reasons.push({ memberId, why, count });
      }
    }
    cursor = page.nextCursor;
  } while (cursor !== null);
  return reasons;
}

async function turn(stage: ContentStage, account: string, branchId: string, cursor: string | null) {
  const input = { branchId, days: 30 as const, ...(cursor !== null && { cursor }) };
  const reply = await insist(stage, account, notReachedPeople, input);
  if (!reply.ok) throw new Error(`notReachedPeople: ${reply.code}`);
  return reply.output;
}
