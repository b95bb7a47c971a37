import type * as writing from '../../../contract/content/contest-writing';
import { isWindow } from '../../../domain/content/contest/contest';
import { tellCalledOff, tellContestOpens } from '../../_deliver/tell-of-contest';
import type { Handler } from '../../_kit/serve';
import { bankQuestions, inBank } from '../../_store/content/bank-questions';
import type { ContestDocument } from '../../_store/content/contest-document';
import { contests, targetContests } from '../../_store/content/contests';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import { crewsInWindow } from './crews-in-window';
import { lectureStateOf } from '../../_store/content/lecture-standing';
import { stateOf } from './to-shown';

/** One conditional write, then the message, then the bank; repeated, what is missing of it. docs/rules.md#R-251 */
export const publishContest: Handler<typeof writing.publishContest> = async (
  { contestId, revision },
  ctx,
) => {
  const target = await targetContests.read(contestId);
  if (target === null || target.panel !== undefined) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const [people, rotas] = await Promise.all([members.ofBranch(target.branchId), readRotas()]);
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const published = {
    by,
    atMs: nowMs,
    seed: ctx.newId(),
    crews: crewsInWindow(people, rotas, target),
    asked: people.length,
  };
  const done = await contests.change<
    'published' | 'contest-called-off' | 'changed-meanwhile' | 'bad-window'
  >(contestId, (contest) => {
    if (contest.step === 'published') return 'published';
    if (contest.step !== 'draft') return 'contest-called-off';
    // The crews above are those of the window that stood on the phone.
    if (contest.revision !== revision) return 'changed-meanwhile';
    if (contest.startAtMs < nowMs || !isWindow(contest, nowMs)) return 'bad-window';
    return { step: 'published', published };
  });
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused' && done.code !== 'published') return ctx.fail(done.code);
  const { contest } = done;
  if (nowMs < contest.endAtMs) {
    await tellContestOpens(contest, people, rotas, { requestId: ctx.requestId, nowMs });
  }
  const { by: publisher, atMs } = contest.published ?? published;
  await bankQuestions.addPublished(
    contest.questions.map((question) => inBank(contest.branchId, question, publisher, atMs)),
  );
  return ctx.answer({ asked: contest.published?.asked ?? people.length });
};

/** A draft is dropped with its questions; nobody has seen it. Repeated, what is missing of the message. */
export const callOffContest: Handler<typeof writing.callOffContest> = async (
  { contestId, reason, revision },
  ctx,
) => {
  const nowMs = ctx.nowMs();
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  const done = await contests.change<
    'done' | 'written-before' | 'contest-over' | 'already-published' | 'changed-meanwhile'
  >(contestId, (contest) => {
    if (contest.step === 'draft') {
      const isSeen = revision === undefined || revision === contest.revision;
      return isSeen ? { step: 'dropped', questions: [] } : 'changed-meanwhile';
    }
    if (contest.step === 'called-off' && revision === undefined) {
      const { calledOff } = contest;
      const isSame = calledOff?.by.memberId === by.memberId && calledOff.reason === reason;
      return isSame ? 'done' : 'written-before';
    }
    if (contest.step !== 'published') return 'done';
    if (revision !== undefined) return 'already-published';
    if (isOver(contest, nowMs)) return 'contest-over';
    return { step: 'called-off', calledOff: { by, atMs: nowMs, reason } };
  });
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused' && done.code !== 'done') return ctx.fail(done.code);
  const { contest } = done;
  if (contest.step === 'called-off') {
    const people = await members.ofBranch(contest.branchId);
    await tellCalledOff(contest, people, { requestId: ctx.requestId, nowMs });
  }
  return ctx.answer({});
};

function isOver(contest: ContestDocument, nowMs: number): boolean {
  return contest.panel === undefined
    ? stateOf(contest, nowMs) === 'over'
    : lectureStateOf(contest, contest.panel, nowMs) === 'judged';
}
