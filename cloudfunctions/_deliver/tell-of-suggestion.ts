import type { NoticeKind } from '../../domain/notice/kind-names';
import { MS_PER_DAY } from '../../domain/time/local-day';
import { deliveries } from '../_store/delivery/deliveries';
import { derivedId } from '../_store/derived-id';
import type { SuggestionDocument } from '../_store/content/suggestion-document';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import { deliver } from './deliver';
import { systemNotice } from './system-notice';

/** What was not looked at by then is no news any more. */
export const NEWS_DAYS = 14;

export interface By {
  readonly memberId: string | null;
  readonly name: string;
}

interface Words {
  readonly title: string;
  readonly body: string | null;
  /** Absent: its thread. */
  readonly page?: null;
}

export interface Call {
  readonly requestId: string;
  readonly nowMs: number;
}

const PAGE = 'packages/suggest/open/open?suggestionId=';

/** What tells whoever has it now: a new debt is another message. */
const askingId = ({ _id }: SuggestionDocument, stepId: string): string =>
  derivedId('suggestion-asks', _id, stepId);

/** Tells the office that has it, once; that it is owed is read from the suggestion. docs/rules.md#R-333 */
export async function askOffice(
  suggestion: SuggestionDocument,
  stepId: string,
  people: readonly Member[],
  by: By,
  words: Words,
  call: Call,
): Promise<void> {
  await sayOf('suggestion-owed', suggestion, people, by, words, {
    ...call,
    messageId: askingId(suggestion, stepId),
    deadlineAtMs: Math.max(suggestion.dueAtMs, call.nowMs) + NEWS_DAYS * MS_PER_DAY,
  });
}

/** Tells the member what was done by a step; nobody where they have left. */
export async function tellMember(
  suggestion: SuggestionDocument,
  stepId: string,
  kind: 'suggestion-news' | 'suggestion-answered',
  by: By,
  words: Words,
  call: Call,
): Promise<void> {
  const people = await members.byIds([suggestion.ownerId]);
  const present = people.filter(({ leftDay }) => leftDay === null);
  const isAnswer = kind === 'suggestion-answered';
  await sayOf(kind, suggestion, present, by, words, {
    ...call,
    messageId: isAnswer
      ? askingId(suggestion, stepId)
      : derivedId('suggestion-news', suggestion._id, stepId),
    deadlineAtMs: isAnswer ? suggestion.dueAtMs : call.nowMs + NEWS_DAYS * MS_PER_DAY,
  });
}

/** Nobody is asked any more for what these steps asked for. */
export async function takeBackAsks(
  suggestion: SuggestionDocument,
  nowMs: number,
  exceptStepId?: string,
): Promise<void> {
  const asked = suggestion.steps.filter(({ stepId }) => stepId !== exceptStepId);
  await deliveries.cancelEach(
    asked.map(({ stepId }) => askingId(suggestion, stepId)),
    nowMs,
  );
}

/** One message about a suggestion, once. */
export async function sayOf(
  kind: NoticeKind,
  { _id, branchId }: SuggestionDocument,
  people: readonly Member[],
  by: By,
  { title, body, page }: Words,
  { messageId, deadlineAtMs, requestId, nowMs }: Call & { messageId: string; deadlineAtMs: number },
): Promise<void> {
  const content = systemNotice(kind, by, {
    messageId,
    branchId,
    title,
    body,
    page: page === undefined ? `${PAGE}${_id}` : page,
    about: null,
    notBeforeAtMs: null,
    deadlineAtMs,
    lastRequestId: requestId,
  });
  await deliver(content, people, nowMs);
}
