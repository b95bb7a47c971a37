import type { Detail } from '../../../contract/action';
import type { raiseSuggestion } from '../../../contract/content/raising';
import { SUGGESTION_LIMITS } from '../../../domain/content/suggestion/suggestion';
import type { ErrorTexts } from '../../text/errors';

const pictureOf = ({ number }: Detail) => `第 ${number ?? '几'} 张图`;

export const RAISE_ERRORS: ErrorTexts<typeof raiseSuggestion> = {
  'too-many-open': `你有 ${SUGGESTION_LIMITS.open} 条在等回话，等有了答复再提。写的都还在。`,
  'picture-missing': (detail) => `${pictureOf(detail)}没有传到，过一会儿再传一次。写的都还在。`,
  'picture-too-large': (detail) =>
    `${pictureOf(detail)}太大，没有交上去。删掉它重新选一次，手机会先把它变小。`,
  'written-before':
    '改之前的那一条已经提上去了，在“你提的”里。还要补充，在这里改好，当成新的一条提。',
};
