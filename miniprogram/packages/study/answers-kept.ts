import * as v from 'valibot';
import { answerMakeUp } from '../../../contract/study/make-up';
import { waitingWrites } from '../../api/waiting-writes';

/** Questions of a make-up whose answers wait in the phone: they are not asked meanwhile. */
export function answersKept(studyId: string): readonly string[] {
  return waitingWrites().flatMap(({ action, input }) => {
    const answer = v.safeParse(answerMakeUp.input, input);
    const isOfStudy = action === answerMakeUp.name && answer.success;
    return isOfStudy && answer.output.studyId === studyId ? [answer.output.questionId] : [];
  });
}
