import { MS_PER_DAY } from '../../domain/time/local-day';
import type { SuggestionDocument } from '../_store/content/suggestion-document';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { suggestionNoticeText } from './suggestion-notices.text';
import { takeBackTold } from './take-back-told';
import { NEWS_DAYS, sayOf, type Call } from './tell-of-suggestion';

/** A round is another message; the first has the id that all had before there were rounds. */
export const ringId = (suggestionId: string, round: number): string =>
  round === 0
    ? derivedId('hazard-urgent', suggestionId)
    : derivedId('hazard-urgent', suggestionId, round);

export const nobodyId = (suggestionId: string): string =>
  derivedId('hazard-rang-nobody', suggestionId);

const untilOf = ({ nowMs }: Call): number => nowMs + NEWS_DAYS * MS_PER_DAY;

/** Rings these people now, whatever the hour; once in a round. docs/rules.md#R-215 */
export async function ringUrgent(
  suggestion: SuggestionDocument,
  round: number,
  people: readonly Member[],
  call: Call,
): Promise<void> {
  const { _id, ownerId, ownerName, title, text } = suggestion;
  const words = {
    title: suggestionNoticeText.urgent(ownerName, title),
    body: suggestionNoticeText.urgentBody(text),
  };
  await sayOf('hazard-urgent', suggestion, people, { memberId: ownerId, name: ownerName }, words, {
    ...call,
    messageId: ringId(_id, round),
    deadlineAtMs: untilOf(call),
  });
}

/** Tells its member, at once, that no phone has rung; once. docs/rules.md#R-341 */
export async function tellNobodyRang(suggestion: SuggestionDocument, call: Call): Promise<void> {
  const { _id, ownerId, title } = suggestion;
  const people = await members.byIds([ownerId]);
  const words = {
    title: suggestionNoticeText.nobodyRang(title),
    body: suggestionNoticeText.nobodyRangBody,
  };
  const by = { memberId: null, name: suggestionNoticeText.train };
  const present = people.filter(({ leftDay }) => leftDay === null);
  await sayOf('hazard-urgent', suggestion, present, by, words, {
    ...call,
    messageId: nobodyId(_id),
    deadlineAtMs: untilOf(call),
  });
}

/**
 * Of a hazard that was taken back nobody is rung any more, and whoever a message of it has gone out to
 * is told; once. docs/rules.md#R-342
 */
export async function takeBackRing(suggestion: SuggestionDocument, call: Call): Promise<void> {
  const { _id, ownerId, ownerName, title, ringing } = suggestion;
  const rounds = Array.from({ length: (ringing?.round ?? 0) + 1 }, (_, round) =>
    ringId(_id, round),
  );
  const told = await takeBackTold(rounds, call.nowMs);
  // Its member has taken it back themselves.
  await deliveries.cancelEach([nobodyId(_id)], call.nowMs);
  const words = {
    title: suggestionNoticeText.takenBack(ownerName, title),
    body: suggestionNoticeText.takenBackBody(ownerName),
    page: null,
  };
  await sayOf('suggestion-news', suggestion, told, { memberId: ownerId, name: ownerName }, words, {
    ...call,
    messageId: derivedId('hazard-taken-back', _id),
    deadlineAtMs: untilOf(call),
  });
}
