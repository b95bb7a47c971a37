import type * as taking from '../../../contract/content/contest';
import type { GivenAnswer } from '../../../contract/content/contest-shapes';
import { answersTogether } from '../../../domain/content/contest/contest';
import { askNoMore } from '../../_deliver/tell-of-contest';
import type { Handler } from '../../_kit/serve';
import type { ContestDocument, ContestEntry } from '../../_store/content/contest-document';
import { contestEntries, type EntryChanges } from '../../_store/content/contest-entries';
import { targetContests } from '../../_store/content/contests';
import { countsSince, resultOf, stateOf } from './to-shown';

/** Kept by one conditional write, again where another phone of the person wrote in between. docs/rules.md#R-254 */
export const answerContest: Handler<typeof taking.answerContest> = async (
  { contestId, answers, isHandedIn },
  ctx,
) => {
  const { memberId, name, branchId } = ctx.caller;
  const contest = await targetContests.read(contestId);
  if (contest?.published == null || contest.panel !== undefined) return ctx.fail('not-found');
  if (contest.branchId !== branchId) return ctx.fail('not-asked');
  const nowMs = ctx.nowMs();
  const { startAtMs, endAtMs } = contest;
  const state = stateOf(contest, nowMs);
  if (state === 'coming') return ctx.fail('not-started', { startAtMs });
  if (!answers.every((answer) => isOf(contest, answer))) return ctx.fail('unknown-question');
  // A clock that runs ahead would stand above every later answer.
  const sent = answers.map((answer) => ({ ...answer, atMs: Math.min(answer.atMs, nowMs) }));
  const done = await contestEntries.change({ contestId, memberId, name }, (entry) => {
    if (state === 'running') return changesOf(entry, sent, isHandedIn, nowMs);
    // A repetition whose answer got lost is no news: all of it had come before.
    if (entry.answers.length > 0 && areKept(entry, sent)) return undefined;
    return state === 'over' ? 'contest-over' : 'contest-called-off';
  });
  if (done.kind === 'refused') {
    const { code, entry } = done;
    const detail = code === 'contest-over' ? { endAtMs, saved: entry.answers.length } : undefined;
    return ctx.fail(code, detail);
  }
  const { entry } = done;
  if (entry.handedInAtMs !== null) await askNoMore(contestId, memberId);
  return ctx.answer({ nowMs, answers: entry.answers, result: resultOf(contest, entry, nowMs) });
};

/** While it runs. undefined: it is there already. */
function changesOf(
  entry: ContestEntry,
  sent: readonly GivenAnswer[],
  isHandedIn: boolean,
  nowMs: number,
): EntryChanges | 'handed-in' | 'nothing-to-hand-in' | undefined {
  if (entry.handedInAtMs !== null) {
    return isHandedIn || areKept(entry, sent) ? undefined : 'handed-in';
  }
  const answers = [...answersTogether(entry.answers, sent)];
  if (isHandedIn && answers.length === 0) return 'nothing-to-hand-in';
  if (!isHandedIn && areKept(entry, sent)) return undefined;
  return { answers, ...(isHandedIn && { handedInAtMs: nowMs }) };
}

/** Whether each stands there, or a later one in its place. */
function areKept(entry: ContestEntry, sent: readonly GivenAnswer[]): boolean {
  return sent.every(({ questionId, chosen, atMs }) => {
    const kept = entry.answers.find((answer) => answer.questionId === questionId);
    if (kept === undefined) return false;
    const isSame =
      kept.chosen.length === chosen.length && chosen.every((id) => kept.chosen.includes(id));
    return isSame || (entry.handedInAtMs === null && kept.atMs > atMs);
  });
}

function isOf({ questions }: ContestDocument, { questionId, chosen }: GivenAnswer): boolean {
  const question = questions.find((each) => each.questionId === questionId);
  return chosen.every((id) => question?.options.some(({ optionId }) => optionId === id) === true);
}

export const shareContestResult: Handler<typeof taking.shareContestResult> = async (
  { contestId, isShared },
  ctx,
) => {
  const { memberId, name } = ctx.caller;
  const contest = await targetContests.read(contestId);
  if (contest === null) return ctx.fail('not-found');
  const nowMs = ctx.nowMs();
  const done = await contestEntries.change<'not-handed-in'>(
    { contestId, memberId, name },
    (entry) => {
      if (countsSince(contest, entry, nowMs) === null) return 'not-handed-in';
      return entry.isShared === isShared ? undefined : { isShared };
    },
  );
  return done.kind === 'refused' ? ctx.fail(done.code) : ctx.answer({});
};
