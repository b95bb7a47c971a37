/** What ends a make-up without this step. */
const ENDED = [
  'no-make-up',
  /** detail.untilAtMs, detail.officer */
  'make-up-over',
  /** The person is in the register by now, or has made it up. */
  'no-longer-needed',
] as const;

/** What the outbox needs of answerMakeUp to send an answer that waited: of the main package, so no schema. */
export const MAKE_UP_ANSWER = {
  fn: 'study',
  name: 'answerMakeUp',
  /** The last: the officer has changed the questions since. */
  errors: [...ENDED, 'question-changed'],
} as const;

/** The same of noteMakeUp. */
export const MAKE_UP_NOTE_WRITE = {
  fn: 'study',
  name: 'noteMakeUp',
  /** The last: WeChat's check refuses the words; detail.label is its number. */
  errors: [...ENDED, 'words-refused'],
} as const;
