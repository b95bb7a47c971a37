import type {
  nameStarMeeting as nameContract,
  saveStarMeeting as saveContract,
  starMeeting as readContract,
} from '../../../contract/star/meeting';
import { holdsOneOf, OFFICERS, ROSTER_KEEPERS } from '../../../contract/roles';
import { isAwayOn } from '../../../domain/study/away';
import { dayOfInstant } from '../../../domain/time/local-day';
import { starNoticeText } from '../../_deliver/star-notices.text';
import { owedWith, tellOwed, type Owed } from '../../_deliver/tell-owed-star';
import type { Handler } from '../../_kit/serve';
import { crewIdOn } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readOrganisation } from '../../_store/people/organisation';
import type { StarMonthDocument } from '../../_store/star/star-month-document';
import { starMonths } from '../../_store/star/star-months';
import { meetingsOfLedger, recordOfLedger } from './meeting-of-ledger';

const meetingPage = (branchId: string, month: string): string =>
  `packages/star/meeting/meeting?branchId=${branchId}&month=${month}`;

export const starMeeting: Handler<typeof readContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month } = input;
  const nowMs = ctx.nowMs();
  const [star, people, organisation] = await Promise.all([
    starMonths.of(branchId, month),
    members.ofBranch(branchId),
    readOrganisation(),
  ]);
  if (star === null) return ctx.fail('not-found');
  const { plan, revision, state } = star;
  const { roles } = ctx.caller;
  const isKeeper = holdsOneOf(roles, ROSTER_KEEPERS);
  const canWrite = isKeeper && star.meeting?.isFinal !== true && state !== 'over';
  const [meeting, ledger] = await Promise.all([
    recordOf(star, nowMs),
    canWrite ? meetingsOfLedger(branchId, month, nowMs) : [],
  ]);
  const day = dayOfInstant(meeting?.heldAtMs ?? plan.meetingAtMs ?? nowMs);
  const isReadable = isKeeper || meeting?.isFinal === true;
  return ctx.answer({
    nowMs,
    revision,
    canWrite,
    plannedAtMs: plan.meetingAtMs,
    people: people.map((person) => ({
      memberId: person._id,
      name: person.name,
      crewName: organisation.crewName(crewIdOn(person, day)),
      isAway: isAwayOn(person, day),
    })),
    meeting:
      meeting === null || !isReadable
        ? null
        : { ...meeting, studyId: holdsOneOf(roles, OFFICERS) ? meeting.studyId : null },
    ledger,
  });
};

/** What stands of the meeting, here or in the ledger of the branch; null: nothing does. */
async function recordOf(star: StarMonthDocument, nowMs: number) {
  const { meeting } = star;
  if (meeting === null) return null;
  if ('studyId' in meeting) {
    const { studyId } = meeting;
    const found = await recordOfLedger(studyId, star, nowMs);
    if (found === null) return null;
    return { ...found.record, isFinal: true, studyId };
  }
  const { by, ...record } = meeting;
  return { ...record, byName: by.name, studyId: null };
}

export const saveStarMeeting: Handler<typeof saveContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, revision, meeting, isFinal } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const star = await starMonths.of(branchId, month);
  if (star === null) return ctx.fail('not-found');
  const record = { ...meeting, isFinal, by: { memberId, name } };
  if (star.meeting !== null && JSON.stringify(star.meeting) === JSON.stringify(record)) {
    await tellOwed(star, nowMs);
    return ctx.answer({ revision: star.revision });
  }
  if (star.meeting?.isFinal === true || star.state === 'over') {
    return ctx.fail('final', { state: star.state });
  }
  if (star.revision !== revision) return ctx.fail('changed-meanwhile');
  if (meeting.heldAtMs > nowMs) return ctx.fail('in-the-future');
  const people = await members.byIds(meeting.present);
  const isOfBranch = people.filter((person) => person.branchId === branchId).length;
  if (isOfBranch < new Set(meeting.present).size) return ctx.fail('not-of-branch');
  const call = { by: record.by, requestId: ctx.requestId, nowMs };
  const owed = isFinal ? owedWith(star, [ofMeeting(star, meeting)], call) : {};
  const written = await starMonths.write(star, { meeting: record, ...owed }, nowMs);
  if (written === null) return ctx.fail('changed-meanwhile');
  await tellOwed(written, nowMs);
  return ctx.answer({ revision: written.revision });
};

export const nameStarMeeting: Handler<typeof nameContract> = async (input, ctx) => {
  const { branchId = ctx.caller.branchId, month, revision, studyId } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const star = await starMonths.of(branchId, month);
  if (star === null) return ctx.fail('not-found');
  const found = await recordOfLedger(studyId, star, nowMs);
  if (found === null) return ctx.fail('not-found');
  if (star.meeting !== null && 'studyId' in star.meeting && star.meeting.studyId === studyId) {
    await tellOwed(star, nowMs);
    return ctx.answer({ revision: star.revision });
  }
  if (star.meeting?.isFinal === true || star.state === 'over') {
    return ctx.fail('final', { state: star.state });
  }
  if (!found.canBe) return ctx.fail('not-found');
  if (found.lacks !== null) return ctx.fail('not-recorded', { lacks: found.lacks });
  if (star.revision !== revision) return ctx.fail('changed-meanwhile');
  const by = { memberId, name };
  const meeting = { studyId, isFinal: true as const, by };
  const call = { by, requestId: ctx.requestId, nowMs };
  const owed = owedWith(star, [ofMeeting(star, found.record)], call);
  const written = await starMonths.write(star, { meeting, ...owed }, nowMs);
  if (written === null) return ctx.fail('changed-meanwhile');
  await tellOwed(written, nowMs);
  return ctx.answer({ revision: written.revision });
};

/** To the branch, once a month. */
const ofMeeting = (
  { branchId, month }: StarMonthDocument,
  {
    present,
    decisions,
  }: { readonly present: readonly string[]; readonly decisions: readonly string[] },
): Owed => ({
  to: { kind: 'branch' },
  parts: ['meeting', branchId, month],
  title: starNoticeText.meeting(month),
  body: starNoticeText.meetingBody(present.length, decisions.length),
  page: meetingPage(branchId, month),
  deadlineAtMs: null,
});
