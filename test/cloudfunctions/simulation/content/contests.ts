import type { ContestDocument } from '../../../../cloudfunctions/_store/content/contest-document';
import { answerContest } from '../../../../contract/content/contest';
import { publishContest, saveContest } from '../../../../contract/content/contest-writing';
import { MS_PER_DAY, MS_PER_HOUR } from '../../../../domain/time/local-day';
import { accountOf } from '../../../builders/documents';
import { aQuestion } from '../../../builders/contests';
import { insist, people } from '../actor';
import { editionIdOf } from '../recorder';
import { BRANCHES } from '../organisation';
import type { ContentStage } from './chronicle';
import { writerOf } from './organisation';
import { stateOf } from './readers';

const QUESTIONS = ['q1', 'q2', 'q3'];

/** A contest of a branch, written and published, that runs for `days` from tomorrow on. */
export async function publishOne(stage: ContentStage, days: number): Promise<void> {
  const { dice, recorder, newId } = stage;
  const branchId = dice.pick(BRANCHES);
  const account = accountOf(writerOf('party', branchId));
  const contestId = newId('contest');
  const startAtMs = recorder.nowMs + dice.whole(2, 20) * MS_PER_HOUR;
  const draft = {
    title: contestId,
    round: 1,
    startAtMs,
    endAtMs: startAtMs + days * MS_PER_DAY,
    questions: QUESTIONS.map((questionId) => aQuestion(`${questionId}-${contestId}`)),
  };
  const saved = await insist(stage, account, saveContest, { contestId, revision: 0, draft });
  if (!saved.ok) throw new Error(`saveContest: ${saved.code}`);
  const { revision } = saved.output;
  const published = await insist(stage, account, publishContest, { contestId, revision });
  if (!published.ok) throw new Error(`publishContest: ${published.code}`);
}

/** Some who are awake answer one contest, also before its window and after it. */
export async function answerSome(stage: ContentStage): Promise<void> {
  const { dice, chronicle, recorder } = stage;
  const near = chronicle.contests().filter(({ endAtMs }) => endAtMs + MS_PER_DAY > recorder.nowMs);
  if (near.length === 0) return;
  const contest = dice.pick(near);
  const there = people(stage).filter((member) => member.branchId === contest.branchId);
  const awake = there.filter((member) => stateOf(stage, member) !== 'asleep');
  const some = awake.filter(() => dice.chance(30)).slice(0, 4);
  await Promise.all(some.map((member) => answer(stage, contest, member._id, member.account)));
}

async function answer(
  stage: ContentStage,
  { _id: contestId, questions }: ContestDocument,
  memberId: string,
  account: string,
): Promise<void> {
  const { dice, chronicle, recorder } = stage;
  const asked = questions.map(({ questionId }) => questionId).filter(() => dice.chance(70));
  const chosen = Object.fromEntries(
    asked.map((questionId) => [questionId, dice.pick(['right', 'wrong', 'other'])]),
  );
  const isHandedIn = dice.chance(40);
  const answers = Object.entries(chosen).map(([questionId, optionId]) => {
    return { questionId, chosen: [optionId], atMs: recorder.nowMs };
  });
  const input = { contestId, answers, isHandedIn };
  const reply = await insist(stage, account, answerContest, input);
  const outcome = reply.ok ? 'kept' : reply.code;
  const deed = { contestId, memberId, chosen, isHandedIn, outcome };
  chronicle.kept.answers.push({ ...chronicle.now(), ...deed });
  if (!isHandedIn || !reply.ok) return;
  for (const document of recorder.deliveries()) {
    const isAsked = document.kind === 'contest-open' && document.page?.endsWith(`=${contestId}`);
    if (isAsked === true) recorder.released.add(`${memberId} ${editionIdOf(document)}`);
  }
}
