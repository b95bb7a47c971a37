import { isDeepStrictEqual } from 'node:util';
import type { ContestDraft } from '../../../contract/content/contest-shapes';
import type * as writing from '../../../contract/content/contest-writing';
import { isWindow } from '../../../domain/content/contest/contest';
import { faultOfContent } from '../../../domain/study/make-up-quiz';
import type { Handler } from '../../_kit/serve';
import type { ContestDocument } from '../../_store/content/contest-document';
import { contests, targetContests } from '../../_store/content/contests';
import { stateOf } from './to-shown';

export const contestForm: Handler<typeof writing.contestForm> = async ({ contestId }, ctx) => {
  const contest = await targetContests.read(contestId);
  if (contest === null || contest.step === 'dropped' || contest.panel !== undefined)
    return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const { branchId, revision } = contest;
  const state = stateOf(contest, nowMs);
  return ctx.answer({ nowMs, branchId, state, revision, ...draftOf(contest) });
};

export const saveContest: Handler<typeof writing.saveContest> = async (input, ctx) => {
  const { contestId, revision, draft } = input;
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const fault = faultOfContent({ pieces: [], questions: draft.questions });
  if (fault !== undefined) return ctx.fail('bad-question', { ...fault });
  if (!isWindow(draft, nowMs)) return ctx.fail('bad-window');
  const by = { memberId: ctx.caller.memberId, name: ctx.caller.name };
  if (
    revision === 0 &&
    (await contests.insertIfAbsent(begun(contestId, branchId, draft, by, nowMs)))
  ) {
    return ctx.answer({ revision: 1 });
  }
  const done = await contests.change<
    'other-branch' | 'same' | 'already-published' | 'contest-called-off' | 'changed-meanwhile'
  >(contestId, (contest) => {
    if (contest.branchId !== branchId || contest.panel !== undefined) return 'other-branch';
    // The same words once more: a repetition, whatever it was based on.
    if (isDeepStrictEqual(draftOf(contest), draft)) return 'same';
    if (contest.step === 'published') return 'already-published';
    if (contest.step !== 'draft') return 'contest-called-off';
    return contest.revision === revision ? { ...draft } : 'changed-meanwhile';
  });
  if (done.kind === 'missing') return ctx.fail('changed-meanwhile');
  if (done.kind === 'changed' || done.code === 'same') {
    return ctx.answer({ revision: done.contest.revision });
  }
  if (done.code === 'other-branch') return ctx.fail('bad-input', { path: 'contestId' });
  return ctx.fail(done.code);
};

const draftOf = ({
  title,
  round,
  startAtMs,
  endAtMs,
  questions,
}: ContestDocument): ContestDraft => {
  return { title, round, startAtMs, endAtMs, questions };
};

function begun(
  _id: string,
  branchId: string,
  draft: ContestDraft,
  createdBy: ContestDocument['createdBy'],
  createdAtMs: number,
): ContestDocument {
  return {
    _id,
    branchId,
    step: 'draft',
    ...draft,
    createdBy,
    createdAtMs,
    published: null,
    calledOff: null,
    revision: 1,
    schemaVersion: 1,
  };
}
