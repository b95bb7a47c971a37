import type * as taking from '../../../contract/content/contest';
import { CONTEST_WRITERS, holdsOneOf } from '../../../contract/roles';
import { contestFigures } from '../../../domain/content/contest/contest-figures';
import { isRightIn, rightIn } from '../../../domain/content/contest/contest';
import type { Handler } from '../../_kit/serve';
import type { ContestDocument, ContestEntry } from '../../_store/content/contest-document';
import { contestEntries } from '../../_store/content/contest-entries';
import { contests as stored, targetContests } from '../../_store/content/contests';
import { members } from '../../_store/people/members';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { lectureStateOf } from '../../_store/content/lecture-standing';
import { askedQuestions, countsSince, resultOf, stateOf } from './to-shown';

const PAGE = 20;
const names = new Intl.Collator('zh-CN');

/** One request beside that for who asks. */
export const contests: Handler<typeof taking.contests> = async ({ branchId, cursor }, ctx) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const nowMs = ctx.nowMs();
  const canWrite = holdsOneOf(ctx.caller.roles, CONTEST_WRITERS);
  const ofBranch = branchId ?? ctx.caller.branchId;
  const steps = ['published', 'called-off', ...(canWrite ? (['draft'] as const) : [])] as const;
  const page = await stored.ofBranch(ofBranch, steps, place, PAGE);
  return ctx.answer({
    nowMs,
    branchId: ofBranch,
    canWrite,
    rows: page.documents.map((contest) => ({
      contestId: contest._id,
      title: contest.title,
      round: contest.round,
      state: contest.panel === undefined ? stateOf(contest, nowMs) : 'lectures',
      startAtMs: contest.startAtMs,
      endAtMs: contest.endAtMs,
      questions: contest.questions.length,
      ...lecturesOf(contest, nowMs),
    })),
    nextCursor: cursorAfter(page, ({ createdAtMs }) => createdAtMs),
  });
};

const lecturesOf = (contest: ContestDocument, nowMs: number) =>
  contest.panel && {
    lectures: {
      state: lectureStateOf(contest, contest.panel, nowMs),
      judgeByMs: contest.panel.judgeByMs,
    },
  };

/** One request beside that for who asks, one more once somebody shows their result; of a draft none. */
export const contest: Handler<typeof taking.contest> = async ({ contestId }, ctx) => {
  const { memberId, branchId, roles } = ctx.caller;
  const found = await targetContests.read(contestId);
  const canWrite = holdsOneOf(roles, CONTEST_WRITERS);
  if (found === null || (found.published === null && !canWrite)) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const entries =
    found.published === null
      ? []
      : await withoutLeft(await contestEntries.ofContest(contestId), found.branchId);
  const mine = entries.find((entry) => entry.memberId === memberId);
  const mayAnswer = branchId === found.branchId;
  const state = found.panel === undefined ? stateOf(found, nowMs) : 'lectures';
  const result = resultOf(found, mine, nowMs);
  const isAsked = (state === 'running' && mayAnswer) || result !== null;
  const { calledOff } = found;
  return ctx.answer({
    nowMs,
    contestId,
    branchId: found.branchId,
    title: found.title,
    round: found.round,
    state,
    startAtMs: found.startAtMs,
    endAtMs: found.endAtMs,
    byName: (found.published?.by ?? found.createdBy).name,
    calledOff: calledOff && { byName: calledOff.by.name, reason: calledOff.reason },
    canWrite,
    mayAnswer,
    crews: found.published?.crews ?? [],
    seed: found.published?.seed ?? '',
    memberId,
    questionCount: found.questions.length,
    questions: isAsked ? askedQuestions(found, memberId) : [],
    answers: mine?.answers ?? [],
    result,
    taking: takingOf(found, entries, nowMs),
  });
};

/** Who is in the branch no more can take nothing back: their result stands there no longer. docs/rules.md#R-256 */
async function withoutLeft(
  entries: readonly ContestEntry[],
  branchId: string,
): Promise<readonly ContestEntry[]> {
  const sharing = entries.filter(({ isShared }) => isShared).map(({ memberId }) => memberId);
  if (sharing.length === 0) return entries;
  const people = await members.byIds(sharing);
  const here = new Set(
    people
      .filter((member) => member.leftDay === null && member.branchId === branchId)
      .map(({ _id }) => _id),
  );
  return entries.map((entry) => ({
    ...entry,
    isShared: entry.isShared && here.has(entry.memberId),
  }));
}

/** What anybody of the branch sees of all. docs/rules.md#R-256 */
function takingOf(found: ContestDocument, entries: readonly ContestEntry[], nowMs: number) {
  const took = entries.filter((entry) => countsSince(found, entry, nowMs) !== null);
  const figures =
    stateOf(found, nowMs) === 'over'
      ? contestFigures(
          took.map(({ isShared, answers }) => ({
            isShared,
            right: found.questions.map((question) => isRightIn(question, answers)),
          })),
        )
      : null;
  const hardest = figures?.hardest;
  return {
    // Who joined since may answer too.
    asked: Math.max(found.published?.asked ?? 0, took.length),
    took: took.length,
    people: took
      .map(({ name, isShared, answers }) => ({
        name,
        right: isShared ? rightIn(found.questions, answers) : null,
      }))
      .sort((a, b) => names.compare(a.name, b.name)),
    figures: figures && {
      averageTenths: figures.averageTenths,
      hardest: hardest
        ? { text: found.questions[hardest.index]?.text ?? '', wrong: hardest.wrong }
        : null,
    },
  };
}
