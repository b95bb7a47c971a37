import type { raiseSuggestion } from '../../../contract/content/raising';
import { SUGGESTION_LIMITS } from '../../../domain/content/suggestion/suggestion';
import type { ErrorTexts } from '../../text/errors';
import { pictureOf, pictureTooLargeText } from '../../text/picture-refusals';

export const RAISE_ERRORS: ErrorTexts<typeof raiseSuggestion> = {
  'too-many-open': `你有 ${SUGGESTION_LIMITS.open} 条在等回话，等有了答复再提。写的都还在。`,
  'picture-missing': (detail) => `${pictureOf(detail)}没有传到，过一会儿再传一次。写的都还在。`,
  'picture-too-large': pictureTooLargeText,
  'written-before':
    '改之前的那一条已经提上去了，在“你提的”里。还要补充，在这里改好，当成新的一条提。',
};
