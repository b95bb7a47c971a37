import type { InputOf } from '../../contract/action';
import { api } from '../../contract/api';
import { addDays, type LocalDay } from '../../domain/time/local-day';
import { NEXT_DAY, type Stage, WHO } from './stage';

const { addChange, answerSwap, declineSwap, markSwapSeen, proposeSwap, removeChange } = api.member;
const { swapPartners } = api.member;

type Change = InputOf<typeof addChange>['change'];

/** Personal changes of each kind; one is taken back. */
export async function changeShifts({ recorder }: Stage): Promise<void> {
  const days = { fromDay: NEXT_DAY, toDay: addDays(NEXT_DAY, 2) };
  const add = (memberId: string, overrideId: string, change: Change) =>
    recorder.phoneOf(memberId).get(addChange, { overrideId, change });
  await add('yx33', 'change-leave', { kind: 'leave', ...days, leaveKind: 'sick' });
  await add('yx34', 'change-training', { kind: 'training', ...days, slot: STUDY_DAY });
  await add('yx35', 'change-loan', { kind: 'on-loan', ...days, crewId: 'crew-2' });
  await add('yx36', 'change-no-crew', { kind: 'on-loan', ...days, crewId: null });
  await add('yx37', 'change-hours', { kind: 'changed-hours', ...days, slots: [STUDY_DAY] });
  await add('yx38', 'change-free', { kind: 'changed-hours', ...days, slots: [] });
  await add('yx38', 'change-back', { ...LATER_LEAVE });
  await recorder.phoneOf('yx38').get(removeChange, { overrideId: 'change-back' });
}

/** Swaps in every state, and leave that falls into one. */
export async function swapShifts(stage: Stage): Promise<void> {
  const phone = (memberId: string) => stage.recorder.phoneOf(memberId);
  const officer = phone(WHO.officer);
  await propose(stage, 'swap-open', 'yx05', addDays(NEXT_DAY, 2));
  const agreed = await propose(stage, 'swap-agreed', 'yx06', addDays(NEXT_DAY, 2));
  await phone(agreed).get(answerSwap, { swapId: 'swap-agreed', answer: 'agree' });
  const seen = await propose(stage, 'swap-seen', 'yx07', addDays(NEXT_DAY, 3));
  await phone(seen).get(answerSwap, { swapId: 'swap-seen', answer: 'agree' });
  await officer.get(markSwapSeen, { swapId: 'swap-seen' });
  const declined = await propose(stage, 'swap-declined', 'yx08', addDays(NEXT_DAY, 3));
  await phone(declined).get(answerSwap, { swapId: 'swap-declined', answer: 'decline' });
  await propose(stage, 'swap-withdrawn', 'yx09', addDays(NEXT_DAY, 3));
  await phone('yx09').get(answerSwap, { swapId: 'swap-withdrawn', answer: 'withdraw' });
  const refused = await propose(stage, 'swap-refused', 'yx10', addDays(NEXT_DAY, 4));
  await phone(refused).get(answerSwap, { swapId: 'swap-refused', answer: 'agree' });
  await officer.get(declineSwap, { swapId: 'swap-refused' });
  const back = await propose(stage, 'swap-back', 'yx11', addDays(NEXT_DAY, 4));
  await phone(back).get(answerSwap, { swapId: 'swap-back', answer: 'agree' });
  await phone(back).get(answerSwap, { swapId: 'swap-back', answer: 'withdraw' });

  const day = addDays(NEXT_DAY, 2);
  const change = { ...LATER_LEAVE, fromDay: day, toDay: addDays(day, 1) };
  await phone('yx06').get(addChange, { overrideId: 'leave-in-swap', change });
}

/** Asks somebody in the middle of the list, each time somebody else; who that is. */
async function propose(
  { recorder }: Stage,
  swapId: string,
  proposerId: string,
  day: LocalDay,
): Promise<string> {
  const proposer = recorder.phoneOf(proposerId);
  const { partners } = await proposer.get(swapPartners, { day });
  const free = partners.filter(({ memberId }) => !asked.has(memberId));
  const partner = free[Math.floor(free.length / 2)];
  if (partner === undefined) throw new Error(`nobody swaps with ${proposerId}`);
  asked.add(partner.memberId);
  const reason = swapId === 'swap-open' ? null : '家里有事';
  await proposer.get(proposeSwap, { swapId, partnerId: partner.memberId, days: [day], reason });
  return partner.memberId;
}

const asked = new Set<string>();

const STUDY_DAY = {
  label: 'study',
  kind: 'study-day',
  startMinute: 480,
  durationMinutes: 540,
} as const;

const LATER_LEAVE = {
  kind: 'leave',
  fromDay: addDays(NEXT_DAY, 10),
  toDay: addDays(NEXT_DAY, 12),
  leaveKind: 'personal',
} as const;
