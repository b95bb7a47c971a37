import type { answerMakeUp as action } from '../../../contract/study/make-up';
import { isAnswerRight, isQuizDone } from '../../../domain/study/make-up-quiz';
import type { Handler } from '../../_kit/serve';
import { contentAndCredit } from '../../_store/study/content-and-credit';
import { minutesOf } from './content-of';
import { doMakeUp } from './do-make-up';

/** Of a wrong answer nothing is written. docs/rules.md#R-102 */
export const answerMakeUp: Handler<typeof action> = async (input, ctx) => {
  const { studyId, questionId, chosen, decidedAtMs } = input;
  const nowMs = ctx.nowMs();
  const { memberId, branchId } = ctx.caller;
  const { content, credit } = await contentAndCredit(studyId, branchId, nowMs);
  const question = content?.questions.find((each) => each.questionId === questionId);
  if (content === null || question === undefined) return ctx.fail('question-changed');
  const isRight = isAnswerRight(question, chosen);
  const done = await doMakeUp(
    { memberId, studyId, saidAtMs: decidedAtMs, nowMs },
    {
      isThere: (now) => now.doneAtMs !== undefined && now.right.includes(questionId),
      add: (now, study) => {
        const isNew = isRight && !now.right.includes(questionId);
        const right = isNew ? [...now.right, questionId] : now.right;
        if (!isQuizDone(content.questions, right)) return isNew ? { ...now, right } : now;
        const minutes = minutesOf(study, content, credit);
        return { ...now, right, doneAtMs: nowMs, way: 'quiz', minutes };
      },
    },
  );
  if (done.kind === 'refused') return ctx.fail(done.code, done.detail);
  const { makeUp } = done;
  return ctx.answer({
    isRight,
    rightOptionIds: question.options.filter((each) => each.isRight).map((each) => each.optionId),
    why: question.why,
    right: makeUp.right,
    doneAtMs: makeUp.doneAtMs ?? null,
    minutes: makeUp.minutes ?? 0,
  });
};
