import type {
  answerSuggestion,
  forwardSuggestion,
  takeSuggestion,
} from '../../../../contract/content/answering';
import type { settleSuggestion, takeBackSuggestion } from '../../../../contract/content/raising';
import { SUGGESTION_DAYS } from '../../../../domain/content/suggestion/suggestion';
import type { ErrorTexts } from '../../../text/errors';

const CHANGED = '这一条刚刚有变动，已经换成新的，看了再来。';
const CLOSED = '已经办结了。还有话，请再提一条。';
const LONG = '来回的话太多了，请另提一条，当面说更快。';

/** The answer to it was lost, and the words were changed since. docs/rules.md#R-287 */
const writtenBefore = (done: string, next: string): string =>
  `上一次其实已经${done}了，留下的是改之前的话，这次写的没有送。${next}`;

const OF_OFFICE = {
  'own-suggestion': '自己提的，由别人来答复。',
  // Also said to whoever has forwarded it, and heard no answer.
  'not-found': '这一条不在你们这里了：转给了别处，或者提的人收回了。关掉这里就能看到。',
  'changed-meanwhile': CHANGED,
  answered: '已经答复了，等提的人说行不行。',
  closed: CLOSED,
  'too-many-steps': LONG,
};
export const ANSWER_ERRORS: ErrorTexts<typeof answerSuggestion> = {
  ...OF_OFFICE,
  'written-before': writtenBefore('答复', '提的人说还不行，再答复一次。'),
};
export const TAKE_ERRORS: ErrorTexts<typeof takeSuggestion> = {
  ...OF_OFFICE,
  'written-before': writtenBefore('回话', '要送，再点一次“回话”，接在后面。'),
  'bad-day': `答应的日子从今天起，最远 ${SUGGESTION_DAYS.promise} 天，换一天。`,
};
export const FORWARD_ERRORS: ErrorTexts<typeof forwardSuggestion> = {
  ...OF_OFFICE,
  'written-before': writtenBefore('转过去', '关掉这里看转给了谁，有话请那里的人补。'),
  'office-gone': '那里现在没有人能答复，换一个，或者转给党委工作部。',
  'same-office': '就在你们这里，不用转。',
};
export const SETTLE_ERRORS: ErrorTexts<typeof settleSuggestion> = {
  'not-answered': '还没有新的答复，等有了再说。',
  closed: CLOSED,
  'changed-meanwhile': CHANGED,
  'written-before': writtenBefore('交回去', '等有了新的答复再说。'),
  'too-many-steps': LONG,
};
export const TAKE_BACK_ERRORS: ErrorTexts<typeof takeBackSuggestion> = {
  answered: '已经有答复了，看了说行不行。',
  closed: '已经办结了，不用收回。',
};
