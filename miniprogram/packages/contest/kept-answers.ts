import * as v from 'valibot';
import { answerContest } from '../../../contract/content/contest';
import { GivenAnswer } from '../../../contract/content/contest-shapes';
import { call } from '../../api/client';
import { newRequestId } from '../../api/request-id';
import { answersTogether } from '../../../domain/content/contest/contest';
import { dropDraft, readDraft, saveDraft } from '../../state/drafts';
import { knownMe } from '../../state/me';

/** What a person has answered on this phone and the server has not said that it has. */
const Kept = v.object({ answers: v.array(GivenAnswer) });

const formOf = (contestId: string): string => `contest:${knownMe()?.memberId ?? ''}:${contestId}`;

export function keptAnswers(contestId: string): readonly GivenAnswer[] {
  const kept = v.safeParse(Kept, readDraft(formOf(contestId)));
  return kept.success ? kept.output.answers : [];
}

export function keepAnswer(contestId: string, answer: GivenAnswer): void {
  const answers = answersTogether(keptAnswers(contestId), [answer]);
  saveDraft(formOf(contestId), { answers });
}

export const dropAnswers = (contestId: string): void => dropDraft(formOf(contestId));

/**
 * Sends what is kept, and hands in where that is wanted. What the server has taken, or has refused for
 * good, is kept no longer; what was answered meanwhile stays.
 */
export async function sendAnswers(contestId: string, isHandedIn: boolean) {
  const answers = [...keptAnswers(contestId)];
  const result = await call(answerContest, { contestId, answers, isHandedIn }, newRequestId());
  if (result.ok) {
    const left = keptAnswers(contestId).filter(
      (kept) =>
        !answers.some((sent) => sent.questionId === kept.questionId && sent.atMs === kept.atMs),
    );
    if (left.length === 0) dropAnswers(contestId);
    else saveDraft(formOf(contestId), { answers: left });
  } else if (isForGood(result.code)) dropAnswers(contestId);
  return result;
}

/** No later try takes these answers, nor any other. */
export function isForGood(code: string): boolean {
  return ['contest-over', 'contest-called-off', 'handed-in'].includes(code);
}
