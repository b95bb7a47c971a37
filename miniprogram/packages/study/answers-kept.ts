import * as v from 'valibot';
import { answerMakeUp, noteMakeUp } from '../../../contract/study/make-up';
import type { Delivered } from '../../api/outbox';
import { waitingWrites, type WaitingWrite } from '../../api/waiting-writes';
import { errorText } from '../../text/errors';
import { noteMakeUpErrors } from '../../text/make-up-errors';
import { endProgress, noteProgress, progressOf } from './make-up-progress';

/** Questions of a make-up whose answers wait in the phone: they are not asked meanwhile. */
export function answersKept(studyId: string): readonly string[] {
  return waitingWrites().flatMap(({ action, input }) => {
    const answer = v.safeParse(answerMakeUp.input, input);
    const isOfStudy = action === answerMakeUp.name && answer.success;
    return isOfStudy && answer.output.studyId === studyId ? [answer.output.questionId] : [];
  });
}

/** The words with which a person has ended a make-up and that wait in the phone; '' where none do. */
export function wordsKept(studyId: string): string {
  return waitingWrites().reduce((kept, write) => wordsIn(write, studyId) ?? kept, '');
}

/** undefined: the write is another. */
export function wordsIn({ action, input }: WaitingWrite, studyId: string): string | undefined {
  const note = v.safeParse(noteMakeUp.input, input);
  const isIt = action === noteMakeUp.name && note.success && note.output.studyId === studyId;
  return isIt ? note.output.text : undefined;
}

/**
 * Words that were taken are let go of; those that were not stay, also where nothing else kept them, and
 * where it was for their words with that reason. What else refuses them the make-up says itself.
 */
export function settleMakeUpWords({ waiting, result }: Delivered): void {
  const sent = v.safeParse(noteMakeUp.input, waiting.input);
  if (waiting.action !== noteMakeUp.name || !sent.success) return;
  const { studyId, text } = sent.output;
  if (result.ok) {
    endProgress(studyId, text);
    return;
  }
  const isForWords = result.code === 'words-refused';
  noteProgress(studyId, {
    note: progressOf(studyId).note || text,
    problem: isForWords ? errorText(result, noteMakeUpErrors) : '',
  });
}
