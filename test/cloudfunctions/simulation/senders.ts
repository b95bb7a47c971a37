import type { DeliveryDocument } from '../../../cloudfunctions/_store/delivery/delivery-document';
import {
  cancelNotice,
  remindUnread,
  reviseNotice,
  sendNotice,
  tellInPerson,
} from '../../../contract/notice/sending';
import { acknowledge } from '../../../contract/notice/acknowledge';
import { insist, isBound, people, type Stage } from './actor';
import { aDraft, peopleOf } from './messages';
import { secretaryOf } from './organisation';
import { isStanding, titleOf } from './recorder';

const accountOf = (stage: Stage, memberId: string) =>
  stage.recorder.members().find(({ _id }) => _id === memberId)?.account ?? '';

/** A notice by the secretary of a branch, perhaps called twice; accepted ones are written down. */
export async function send(stage: Stage, branchId: string): Promise<void> {
  const { dice, recorder } = stage;
  const { nowMs, era } = recorder;
  const messageId = stage.newId('m');
  const ofBranch = recorder
    .members()
    .filter((member) => member.branchId === branchId && member.leftDay === null);
  const draft = aDraft(dice, titleOf(`${messageId}_1`), ofBranch, nowMs);
  const isTwice = dice.chance(3);
  const account = accountOf(stage, secretaryOf(branchId));
  const reply = await insist(stage, account, sendNotice, { messageId, draft });
  if (!reply.ok) throw new Error(`sendNotice: ${reply.code} ${JSON.stringify(draft)}`);
  if (isTwice) await insist(stage, account, sendNotice, { messageId, draft });
  recorder.editions.push({
    id: `${messageId}_1`,
    memberIds: peopleOf(draft.audience, ofBranch, nowMs),
    isUrgent: draft.urgency === 'urgent',
    isReminder: false,
    acceptedAtMs: nowMs,
    era,
    notBeforeAtMs: draft.sendAfterAtMs,
    deadlineAtMs: draft.deadlineAtMs,
    isOver: false,
  });
}

/** Revises, cancels or reminds of one of the notices that still count, or acknowledges one. */
export async function treatNotice(stage: Stage): Promise<void> {
  const { dice, recorder } = stage;
  const open = recorder
    .deliveries()
    .filter((each) => isStanding(each) && each.reminds === null && each.chunk === 0)
    .filter((each) => each.deadlineAtMs > recorder.nowMs && /^m-\d+$/u.test(each.messageId));
  if (open.length === 0) return;
  const mustReads = open.filter(({ isMustRead }) => isMustRead);
  const what = dice.whole(1, 100);
  if (what <= 12) return revise(stage, dice.pick(open), 'minor');
  if (what <= 27) return revise(stage, dice.pick(open), 'major');
  if (what <= 37) {
    const { messageId, branchId } = dice.pick(open);
    await insist(stage, accountOf(stage, secretaryOf(branchId)), cancelNotice, { messageId });
    return undefined;
  }
  if (mustReads.length === 0) return undefined;
  const notice = dice.pick(mustReads);
  return what <= 62 ? remind(stage, notice) : confirm(stage, notice);
}

async function revise(
  stage: Stage,
  notice: DeliveryDocument,
  kind: 'minor' | 'major',
): Promise<void> {
  const { recorder } = stage;
  const { messageId, major, branchId } = notice;
  const next = kind === 'major' ? major + 1 : major;
  const { nowMs, era } = recorder;
  const members = new Map(recorder.members().map((member) => [member._id, member]));
  const memberIds = notice.memberIds.filter((memberId) => {
    const member = members.get(memberId);
    return member?.leftDay === null && member.branchId === branchId;
  });
  const reply = await insist(stage, accountOf(stage, secretaryOf(branchId)), reviseNotice, {
    messageId,
    title: titleOf(`${messageId}_${next}`),
    body: 'other words',
    size: kind === 'major' ? { kind, changed: 'the room' } : { kind },
  });
  if (!reply.ok) throw new Error(`reviseNotice: ${reply.code}`);
  if (kind === 'minor' || memberIds.length === 0) return;
  recorder.editions.push({
    id: `${messageId}_${next}`,
    memberIds,
    isUrgent: notice.urgency === 'urgent',
    isReminder: false,
    acceptedAtMs: nowMs,
    era,
    notBeforeAtMs: notice.notBeforeAtMs,
    deadlineAtMs: notice.deadlineAtMs,
    isOver: false,
  });
}

async function remind(stage: Stage, { messageId, branchId }: DeliveryDocument): Promise<void> {
  const account = accountOf(stage, secretaryOf(branchId));
  await insist(stage, account, remindUnread, { messageId });
  stage.recorder.discover();
}

async function confirm(stage: Stage, { messageId, memberIds, branchId }: DeliveryDocument) {
  const { dice } = stage;
  const memberId = dice.pick(memberIds);
  const member = people(stage).find(({ _id }) => _id === memberId);
  if (member !== undefined && isBound(member) && dice.chance(70)) {
    await insist(stage, member.account, acknowledge, { messageId });
    return;
  }
  const account = accountOf(stage, secretaryOf(branchId));
  await insist(stage, account, tellInPerson, { messageId, memberIds: [memberId] });
}
