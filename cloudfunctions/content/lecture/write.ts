import { isDeepStrictEqual } from 'node:util';
import type { LectureDraft } from '../../../contract/content/lecture-shapes';
import type * as writing from '../../../contract/content/lecture-writing';
import { isLecturePeriod } from '../../../domain/content/contest/lecture';
import type { Handler } from '../../_kit/serve';
import type { ContestDocument } from '../../_store/content/contest-document';
import { contests } from '../../_store/content/contests';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import {
  hasPanel,
  lectureStateOf,
  type LectureContest,
} from '../../_store/content/lecture-standing';

/** Two requests beside that for who asks. */
export const lectureForm: Handler<typeof writing.lectureForm> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const { contestId } = input;
  const [contest, people] = await Promise.all([
    contestId === undefined ? null : contests.byId(contestId),
    members.ofBranch(branchId),
  ]);
  const isOwn = contest !== null && hasPanel(contest) && contest.branchId === branchId;
  if (contestId !== undefined && (!isOwn || contest.step === 'dropped')) {
    return ctx.fail('not-found');
  }
  const nowMs = ctx.nowMs();
  return ctx.answer({
    nowMs,
    branchId,
    people: people.map(({ _id, name }) => ({ memberId: _id, name })),
    stored: isOwn
      ? {
          state: lectureStateOf(contest, contest.panel, nowMs),
          revision: contest.revision,
          draft: draftOf(contest),
        }
      : null,
  });
};

/** docs/rules.md#R-300 */
export const saveLectureContest: Handler<typeof writing.saveLectureContest> = async (
  input,
  ctx,
) => {
  const { contestId, revision, draft } = input;
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  if (!isLecturePeriod(draft, nowMs)) return ctx.fail('bad-window');
  if (!areDistinct(draft)) return ctx.fail('bad-criteria');
  const people = await members.ofBranch(branchId);
  const missing = missingOf(draft.judgeIds, people);
  if (missing !== undefined) return ctx.fail('not-in-branch', { memberId: missing });
  const fields = fieldsOf(draft, people);
  const begun: ContestDocument = {
    _id: contestId,
    branchId,
    step: 'draft',
    ...fields,
    round: 1,
    questions: [],
    createdBy: { memberId: ctx.caller.memberId, name: ctx.caller.name },
    createdAtMs: nowMs,
    published: null,
    calledOff: null,
    revision: 1,
    schemaVersion: 1,
  };
  if (revision === 0 && (await contests.insertIfAbsent(begun))) return ctx.answer({ revision: 1 });
  const done = await contests.change<
    'other' | 'same' | 'already-published' | 'contest-called-off' | 'changed-meanwhile'
  >(contestId, (contest) => {
    if (contest.branchId !== branchId || !hasPanel(contest)) return 'other';
    // The same words once more: a repetition, whatever it was based on.
    if (isDeepStrictEqual(draftOf(contest), draft)) return 'same';
    if (contest.step === 'published') return 'already-published';
    if (contest.step !== 'draft') return 'contest-called-off';
    return contest.revision === revision ? fields : 'changed-meanwhile';
  });
  if (done.kind === 'missing') return ctx.fail('changed-meanwhile');
  if (done.kind === 'changed' || done.code === 'same') {
    return ctx.answer({ revision: done.contest.revision });
  }
  if (done.code === 'other') return ctx.fail('bad-input', { path: 'contestId' });
  return ctx.fail(done.code);
};

function areDistinct({ criteria, awards, tieCriterionId, judgeIds }: LectureDraft): boolean {
  const ids = criteria.map(({ criterionId }) => criterionId);
  const lists = [ids, criteria.map(({ title }) => title), awards.map(({ name }) => name), judgeIds];
  return (
    lists.every((list) => new Set(list).size === list.length) &&
    (tieCriterionId === null || ids.includes(tieCriterionId))
  );
}

/** The first judge who is not in the branch. */
export const missingOf = (
  judgeIds: readonly string[],
  people: readonly Member[],
): string | undefined => judgeIds.find((judgeId) => people.every(({ _id }) => _id !== judgeId));

function fieldsOf(draft: LectureDraft, people: readonly Member[]) {
  const { title, startAtMs, endAtMs, judgeByMs, criteria, awards, tieCriterionId } = draft;
  return {
    title,
    startAtMs,
    endAtMs,
    panel: {
      criteria,
      awards,
      tieCriterionId,
      judges: draft.judgeIds.map((memberId) => ({
        memberId,
        name: people.find(({ _id }) => _id === memberId)?.name ?? '',
        relieved: null,
      })),
      judgeByMs,
      judgedAtMs: null,
    },
  };
}

const draftOf = ({ title, startAtMs, endAtMs, panel }: LectureContest): LectureDraft => {
  const { judgeByMs, criteria, awards, tieCriterionId, judges } = panel;
  const judgeIds = judges.map(({ memberId }) => memberId);
  return { title, startAtMs, endAtMs, judgeByMs, criteria, awards, tieCriterionId, judgeIds };
};
