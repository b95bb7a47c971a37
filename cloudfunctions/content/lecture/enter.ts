import { isDeepStrictEqual } from 'node:util';
import type { WrittenLecture } from '../../../contract/content/lecture-shapes';
import type * as actions from '../../../contract/content/lectures';
import { LECTURE_LIMITS } from '../../../domain/content/contest/lecture';
import { askJudges } from '../../_deliver/tell-of-lectures';
import type { Handler } from '../../_kit/serve';
import { isForMembers } from '../../_store/content/document-standing';
import type { LectureDocument } from '../../_store/content/lecture-document';
import { lectureIdOf, lectures } from '../../_store/content/lectures';
import { libraryDocuments } from '../../_store/content/library-documents';
import { members } from '../../_store/people/members';
import { settleJudging } from './settle';
import {
  isJudge,
  lectureStateOf,
  targetLectureContest,
} from '../../_store/content/lecture-standing';

type Stored = Pick<LectureDocument, 'title' | 'outline' | 'minutes' | 'source'>;

/** docs/rules.md#R-301 */
export const enterLecture: Handler<typeof actions.enterLecture> = async (input, ctx) => {
  const { contestId, revision, lecture: written } = input;
  const { memberId, name, branchId } = ctx.caller;
  const contest = await targetLectureContest(contestId);
  if (contest?.published == null) return ctx.fail('not-found');
  if (contest.branchId !== branchId) return ctx.fail('not-asked');
  const { panel, startAtMs, endAtMs } = contest;
  if (panel.judges.some((judge) => judge.memberId === memberId)) {
    return ctx.fail('judges-do-not-enter');
  }
  const nowMs = ctx.nowMs();
  const state = lectureStateOf(contest, panel, nowMs);
  if (state === 'coming') return ctx.fail('not-started', { startAtMs });
  const _id = lectureIdOf(contestId, memberId);
  const before = await lectures.byId(_id);
  if (before !== null && before.withdrawnAtMs === null && isSame(before, written)) {
    await tellPanel();
    return ctx.answer({ revision: before.revision });
  }
  if (state === 'called-off') return ctx.fail('contest-called-off');
  if (state !== 'entering') return ctx.fail('entries-closed', { endAtMs });
  const source = await sourceOf(written, branchId, nowMs);
  if (source === undefined) return ctx.fail('no-such-document');
  const { title, outline, minutes } = written;
  const stored: Stored = { title, outline, minutes, source };
  if (before?.withdrawnAtMs !== null) {
    const most = LECTURE_LIMITS.entries;
    if ((await lectures.countStanding(contestId)) >= most) {
      return ctx.fail('too-many-lectures', { most });
    }
  }
  const fresh: LectureDocument = {
    _id,
    contestId,
    memberId,
    name,
    ...stored,
    writtenAtMs: nowMs,
    withdrawnAtMs: null,
    isShared: false,
    marks: [],
    aside: [],
    revision: 1,
    schemaVersion: 1,
  };
  if (revision === 0 && before === null && (await lectures.insertIfAbsent(fresh))) {
    await tellPanel();
    return ctx.answer({ revision: 1 });
  }
  const done = await lectures.change<'changed-meanwhile'>(_id, (now) =>
    now.revision === revision
      ? { ...stored, writtenAtMs: nowMs, withdrawnAtMs: null }
      : 'changed-meanwhile',
  );
  if (done.kind === 'missing') return ctx.fail('changed-meanwhile');
  if (done.kind === 'refused') return ctx.fail(done.code);
  await tellPanel();
  return ctx.answer({ revision: done.lecture.revision });

  /** Judges are asked as soon as there is something to mark. */
  async function tellPanel(): Promise<void> {
    if (state !== 'entering') return;
    const judgeIds = panel.judges.flatMap((judge) =>
      isJudge(panel, judge.memberId) ? judge.memberId : [],
    );
    const people = await members.byIds(judgeIds);
    const here = people.filter(
      (person) => person.leftDay === null && person.branchId === contest?.branchId,
    );
    if (contest !== null) await askJudges(contest, here, { requestId: ctx.requestId, nowMs });
  }
};

const isSame = ({ title, outline, minutes, source }: Stored, written: WrittenLecture): boolean => {
  const chosen =
    source?.kind === 'document' ? { kind: source.kind, documentId: source.documentId } : source;
  return isDeepStrictEqual({ title, outline, minutes, source: chosen }, written);
};

/** undefined: a document that nobody of the branch can read now. */
async function sourceOf(
  { source }: WrittenLecture,
  branchId: string,
  nowMs: number,
): Promise<Stored['source'] | undefined> {
  if (source?.kind !== 'document') return source;
  const document = await libraryDocuments.byId(source.documentId);
  const isThere =
    document !== null && document.branchId === branchId && isForMembers(document, nowMs);
  const title = document?.current?.title;
  return isThere && title !== undefined ? { ...source, title } : undefined;
}

/** What the panel gave stays with it, and counts no more. docs/rules.md#R-304 */
export const withdrawLecture: Handler<typeof actions.withdrawLecture> = async (
  { contestId },
  ctx,
) => {
  const contest = await targetLectureContest(contestId);
  if (contest === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const isOver = lectureStateOf(contest, contest.panel, nowMs) === 'judged';
  const done = await lectures.change<'done' | 'contest-over'>(
    lectureIdOf(contestId, ctx.caller.memberId),
    (lecture) => {
      if (lecture.withdrawnAtMs !== null) return 'done';
      return isOver ? 'contest-over' : { withdrawnAtMs: nowMs };
    },
  );
  if (done.kind === 'missing') return ctx.fail('not-entered');
  if (done.kind === 'refused' && done.code !== 'done') return ctx.fail(done.code);
  await settleJudging(contestId, { requestId: ctx.requestId, nowMs });
  return ctx.answer({});
};

export const shareLecture: Handler<typeof actions.shareLecture> = async (
  { contestId, isShared },
  ctx,
) => {
  const done = await lectures.change<'not-entered' | 'same'>(
    lectureIdOf(contestId, ctx.caller.memberId),
    (lecture) => {
      if (lecture.withdrawnAtMs !== null) return 'not-entered';
      return lecture.isShared === isShared ? 'same' : { isShared };
    },
  );
  if (done.kind === 'missing') return ctx.fail('not-entered');
  if (done.kind === 'refused' && done.code !== 'same') return ctx.fail(done.code);
  return ctx.answer({});
};
