import type { answerMakeUp, noteMakeUp } from '../../contract/study/make-up';
import { addDays, dayOfInstant } from '../../domain/time/local-day';
import type { ErrorTexts } from './errors';
import { fullDayText } from './when';

/** '周四 3月13日', the last day of a make-up that is over at this instant. */
export function lastDayText(untilAtMs: number, nowMs: number): string {
  return fullDayText(addDays(dayOfInstant(untilAtMs), -1), dayOfInstant(nowMs));
}

const NO_MAKE_UP = '这次学习没有给你开补学。要补的话找书记或组织委员。';
const NOT_NEEDED = '这次学习已经记上了，不用再补。';

const overText = ({ officer }: Readonly<Record<string, string | number>>): string =>
  `补学已经截止，这次没有记上。找${officer ?? '组织委员'}或书记，可以再给你开。`;

const ENDED = {
  'no-make-up': NO_MAKE_UP,
  'make-up-over': overText,
  'no-longer-needed': NOT_NEEDED,
} as const;

export const noteMakeUpErrors = {
  ...ENDED,
  'words-refused': '有的话没有通过微信的检查，换个说法再交。你写的都还在。',
} satisfies ErrorTexts<typeof noteMakeUp>;

export const answerMakeUpErrors = {
  ...ENDED,
  'question-changed': '这道题改过了。返回补学再进来，看新的题。',
} satisfies ErrorTexts<typeof answerMakeUp>;
