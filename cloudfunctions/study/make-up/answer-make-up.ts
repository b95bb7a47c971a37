import type { answerMakeUp as action } from '../../../contract/study/make-up';
import { isAnswerRight, isQuizDone } from '../../../domain/study/make-up-quiz';
import type { Handler } from '../../_kit/serve';
import { makeUpContents } from '../../_store/study/make-up-contents';
import { minutesOf } from './content-of';
import { doMakeUp } from './do-make-up';

/** Of a wrong answer nothing is written. docs/rules.md#R-102 */
export const answerMakeUp: Handler<typeof action> = async (input, ctx) => {
  const { studyId, questionId, chosen, decidedAtMs } = input;
  const nowMs = ctx.nowMs();
  const content = await makeUpContents.ofStudy(studyId);
  const question = content?.questions.find((each) => each.questionId === questionId);
  if (content === null || question === undefined) return ctx.fail('question-changed');
  const isRight = isAnswerRight(question, chosen);
  const { memberId } = ctx.caller;
  const done = await doMakeUp({ memberId, studyId, saidAtMs: decidedAtMs, nowMs }, (now, study) => {
    const isKnown = now.right.includes(questionId);
    const right = isRight && !isKnown ? [...now.right, questionId] : now.right;
    const isDone = isQuizDone(content.questions, right);
    if (now.doneAtMs !== undefined && isKnown) return undefined;
    if (!isDone) return right === now.right ? now : { ...now, right };
    const minutes = minutesOf(study, content);
    return { ...now, right, doneAtMs: nowMs, way: 'quiz', minutes };
  });
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
