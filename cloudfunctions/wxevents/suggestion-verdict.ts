import type { CheckState } from '../../domain/words/check-state';
import { suggestionNoticeText } from '../_deliver/suggestion-notices.text';
import { tellMember } from '../_deliver/tell-of-suggestion';
import { suggestions } from '../_store/content/suggestions';
import { derivedId } from '../_store/derived-id';
import { refusedNumbers, withVerdict } from '../_store/picture/checked-pictures';

const WECHAT = { memberId: null, name: suggestionNoticeText.checker } as const;

/**
 * Enters WeChat's verdict on a picture of a suggestion. Of a refused one its member hears; its words
 * stay with the office. Whether there is such a suggestion. docs/rules.md#R-312
 */
export async function takeSuggestionVerdict(
  traceId: string,
  check: CheckState,
  nowMs: number,
): Promise<boolean> {
  const verdict = await suggestions.changePictures({ 'pictured.traceIds': traceId }, (pictured) =>
    withVerdict(pictured, traceId, check),
  );
  if (verdict.kind !== 'changed' || check !== 'refused') return verdict.kind !== 'missing';
  const { suggestion } = verdict;
  if (suggestion.state === 'taken-back') return true;
  const stepId = derivedId('refused', suggestion._id, traceId);
  const words = {
    title: suggestionNoticeText.pictureRefused(suggestion.title),
    body: suggestionNoticeText.pictureRefusedBody(
      refusedNumbers(suggestion.pictured?.pictures ?? []),
    ),
  };
  const call = { requestId: stepId, nowMs };
  await tellMember(suggestion, stepId, 'suggestion-news', WECHAT, words, call);
  return true;
}
