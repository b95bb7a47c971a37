/** What the outbox needs of answerMakeUp to send an answer that waited: of the main package, so no schema. */
export const MAKE_UP_ANSWER = {
  fn: 'study',
  name: 'answerMakeUp',
  errors: [
    'no-make-up',
    /** detail.untilAtMs, detail.officer */
    'make-up-over',
    /** The person is in the register by now, or has made it up. */
    'no-longer-needed',
    /** The officer has changed the questions since. */
    'question-changed',
  ],
} as const;
