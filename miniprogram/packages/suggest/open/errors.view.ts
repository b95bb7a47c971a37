import type {
  answerSuggestion,
  forwardSuggestion,
  takeSuggestion,
} from '../../../../contract/content/answering';
import type { settleSuggestion, takeBackSuggestion } from '../../../../contract/content/raising';
import { SUGGESTION_DAYS } from '../../../../domain/content/suggestion/suggestion';
import type { ErrorTexts } from '../../../text/errors';

const CHANGED = '刚有人动过这一条，已经换成新的，看了再来。';
const CLOSED = '已经办结了。还有话，请再提一条。';
const LONG = '来回的话太多了，请另提一条，当面说更快。';

const OF_OFFICE: ErrorTexts<typeof answerSuggestion> = {
  'own-suggestion': '自己提的，由别人来答复。',
  'changed-meanwhile': CHANGED,
  answered: '已经答复了，等提的人说行不行。',
  closed: CLOSED,
  'too-many-steps': LONG,
};
export const ANSWER_ERRORS = OF_OFFICE;
export const TAKE_ERRORS: ErrorTexts<typeof takeSuggestion> = {
  ...OF_OFFICE,
  'bad-day': `答应的日子从今天起，最远 ${SUGGESTION_DAYS.promise} 天，换一天。`,
};
export const FORWARD_ERRORS: ErrorTexts<typeof forwardSuggestion> = {
  ...OF_OFFICE,
  'office-gone': '那里现在没有人能答复，换一个，或者转给党委工作部。',
  'same-office': '就在你们这里，不用转。',
};
export const SETTLE_ERRORS: ErrorTexts<typeof settleSuggestion> = {
  'not-answered': '还没有新的答复，等有了再说。',
  closed: CLOSED,
  'changed-meanwhile': CHANGED,
  'too-many-steps': LONG,
};
export const TAKE_BACK_ERRORS: ErrorTexts<typeof takeBackSuggestion> = {
  answered: '已经有答复了，看了说行不行。',
  closed: '已经办结了，不用收回。',
};
