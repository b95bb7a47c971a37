import type { Member } from '../../../cloudfunctions/_store/people/member-document';
import { bind, changeMember, unbind } from '../../../contract/people/member';
import { inbox } from '../../../contract/notice/inbox';
import { recordSubscription, savePreferences } from '../../../contract/notice/preferences';
import { addChange, removeChange } from '../../../contract/roster/roster';
import type { ChangeDraft } from '../../../contract/roster/roster-shapes';
import { answerSwap, proposeSwap } from '../../../contract/roster/swaps';
import { addDays, dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import { plant } from '../../builders/stored';
import { insist, isBound, NOTICE, people, type Stage } from './actor';
import { BRANCHES, codeOf, secretaryOf } from './organisation';
import { editionShown } from './recorder';

const SLOT = { label: 'study', kind: 'study-day', startMinute: 480, durationMinutes: 540 } as const;

/** Something that happens to one person and may move what is planned for them. */
export async function liveOn(stage: Stage): Promise<void> {
  await liveThrough(stage);
  stage.recorder.discover();
}

async function liveThrough(stage: Stage): Promise<void> {
  const { dice } = stage;
  const member = dice.pick(people(stage).filter(({ roles }) => roles.length === 1));
  const what = dice.whole(1, 100);
  if (what <= 34) return subscribe(stage, member);
  if (what <= 50) return choose(stage, member);
  if (what <= 70) return changeShift(stage, member);
  if (what <= 82) return swap(stage, member);
  if (what <= 88) return changeCrew(stage, member);
  if (what <= 92) return unbindOne(stage, member);
  if (what <= 95) return bindAll(stage);
  if (what <= 97) return leave(stage, member);
  if (what <= 98) return moveBranch(stage, member);
  stage.cloud.wechat.messages.refuse(member.account, NOTICE);
  return stage.cloud.wechat.push.settled();
}

/** The dialog on the phone: phone and push tell of it, one of them perhaps not. */
async function subscribe(stage: Stage, { account }: Member): Promise<void> {
  const { cloud, dice, recorder } = stage;
  recorder.grant(account, NOTICE, 1);
  if (dice.chance(40)) {
    cloud.wechat.messages.answerDialog(account, { [NOTICE]: 'accept' });
    await cloud.wechat.push.settled();
    return;
  }
  cloud.wechat.messages.grant(account, NOTICE);
  await insist(stage, account, recordSubscription, {
    answers: [{ templateId: NOTICE, answer: 'accept' }],
  });
}

async function choose(stage: Stage, { account }: Member): Promise<void> {
  const { dice } = stage;
  const night = dice.chance(50)
    ? { startMinute: dice.whole(0, 1439), lengthMinutes: dice.whole(240, 720) }
    : null;
  const afterNight = dice.chance(40)
    ? { delayMinutes: dice.whole(0, 240), lengthMinutes: dice.whole(240, 720) }
    : null;
  const onDuty = dice.pick([null, 'never', 'at-handover', 'in-breaks'] as const);
  const digestMinute = dice.chance(30) ? dice.whole(0, 1439) : null;
  const preferences = { night, afterNight, onDuty, digestMinute };
  await insist(stage, account, savePreferences, { preferences });
}

export async function changeShift(stage: Stage, { account, overrides }: Member): Promise<void> {
  const { dice, recorder } = stage;
  const [known] = overrides.filter(({ kind }) => kind !== 'swap');
  if (known !== undefined && dice.chance(30)) {
    await insist(stage, account, removeChange, { overrideId: known.id });
    return;
  }
  const fromDay = addDays(dayOfInstant(recorder.nowMs), dice.whole(0, 4));
  const days = { fromDay, toDay: addDays(fromDay, dice.whole(1, 4)) };
  const change = dice.pick<ChangeDraft>([
    { kind: 'leave', ...days, leaveKind: 'annual' },
    { kind: 'training', ...days, slot: SLOT },
    { kind: 'on-loan', ...days, crewId: dice.pick(['r0-c1', 'r3-c2', null]) },
    { kind: 'changed-hours', ...days, slots: [{ ...SLOT, startMinute: dice.whole(0, 1400) }] },
  ]);
  await insist(stage, account, addChange, { overrideId: stage.newId('change'), change });
}

async function swap(stage: Stage, proposer: Member): Promise<void> {
  const { dice, recorder } = stage;
  const partner = dice.pick(people(stage).filter(({ branchId }) => branchId === proposer.branchId));
  const day: LocalDay = addDays(dayOfInstant(recorder.nowMs), dice.whole(1, 4));
  const swapId = stage.newId('swap');
  const asked = { swapId, partnerId: partner._id, days: [day], reason: null };
  const proposed = await insist(stage, proposer.account, proposeSwap, asked);
  if (!proposed.ok) return;
  await insist(stage, partner.account, answerSwap, { swapId, answer: 'agree' });
  if (dice.chance(30)) {
    await insist(stage, proposer.account, answerSwap, { swapId, answer: 'withdraw' });
  }
}

async function changeCrew(stage: Stage, { _id: memberId, branchId }: Member): Promise<void> {
  const { dice, recorder } = stage;
  const crewId = dice.pick(['r0-c0', 'r1-c3', 'r2-c1', 'r3-c0', 'r4-c0', null]);
  const fromDay = addDays(dayOfInstant(recorder.nowMs), dice.whole(-1, 3));
  const input = { memberId, crew: { crewId, fromDay } };
  await insist(stage, accountOfSecretary(stage, branchId), changeMember, input);
}

async function leave(stage: Stage, { _id: memberId, branchId }: Member): Promise<void> {
  const input = { memberId, hasLeft: true };
  await insist(stage, accountOfSecretary(stage, branchId), changeMember, input);
}

/** An operator moves somebody: no page does. */
async function moveBranch(stage: Stage, member: Member): Promise<void> {
  const branchId = stage.dice.pick(BRANCHES.filter((each) => each !== member.branchId));
  const groupId = `${branchId}-g1`;
  await plant(stage.cloud, { members: [{ ...member, branchId, groupId }] });
}

async function unbindOne(stage: Stage, { account }: Member): Promise<void> {
  await insist(stage, account, unbind, {});
}

/** Everybody who has unbound comes back with another account. */
export async function bindAll(stage: Stage): Promise<void> {
  const unbound = stage.recorder.members().filter((member) => !isBound(member));
  for (const { _id, name, staffNumber, leftDay, branchId } of unbound) {
    if (leftDay !== null) continue;
    const account = `phone-${stage.newId(_id)}`;
    stage.recorder.holders.set(account, _id);
    const invitationCode = codeOf(branchId);
    const asked = { name, staffNumber, invitationCode, agreedPrivacyVersion: 1 } as const;
    const reply = await insist(stage, account, bind, asked);
    if (!reply.ok) throw new Error(`bind: ${reply.code}`);
  }
}

/** Turns all pages of somebody's inbox. */
export async function readInbox(stage: Stage, member: Member, isLast = false): Promise<void> {
  const shown: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof turn>> = await turn(stage, member.account, cursor);
    shown.push(...page.items.map(editionShown));
    cursor = page.nextCursor;
  } while (cursor !== null);
  stage.recorder.inboxShown(member._id, shown, isLast);
}

async function turn(stage: Stage, account: string, cursor: string | null) {
  const reply = await insist(stage, account, inbox, cursor === null ? {} : { cursor });
  if (!reply.ok) throw new Error(`inbox: ${reply.code}`);
  return reply.output;
}

const accountOfSecretary = ({ recorder }: Stage, branchId: string) =>
  recorder.members().find(({ _id }) => _id === secretaryOf(branchId))?.account ?? '';
