import { isOverdue } from '../../../domain/content/suggestion/decide-on-suggestion';
import { SUGGESTION_DAYS } from '../../../domain/content/suggestion/suggestion';
import { dayOfInstant, MS_PER_DAY } from '../../../domain/time/local-day';
import { dateText } from '../../_kit/when.text';
import { dataAskNoticeText } from '../../_deliver/data-ask-notices.text';
import { documentNoticeText } from '../../_deliver/document-notices.text';
import { withoutStop } from '../../../domain/words/without-stop';
import { suggestionNoticeText } from '../../_deliver/suggestion-notices.text';
import type { OwedSuggestion, WaitingDebts } from '../../_store/branch/waiting-debts';
import type { DocumentToCheck } from '../../_store/branch/waiting-documents';
import { debtText } from './debts.text';

const suggestionPage = (suggestionId: string) =>
  `packages/suggest/open/open?suggestionId=${suggestionId}`;
const documentPage = (documentId: string) =>
  `packages/library/document/document?documentId=${documentId}`;

const WAITS_PAGE = 'packages/study/waits/waits';

const dataAsksPage = (branchId: string) =>
  `packages/branch-office/data-asks/data-asks?branchId=${branchId}`;

/** Of what the offices of somebody owe, what the list of all that waits shows. docs/rules.md#R-333 */
export function debtTasks({ owed, late, documents, dataAsks }: WaitingDebts, nowMs: number) {
  const kind = 'asked' as const;
  const suggestions = owed.map((each) => ({
    taskId: each._id,
    kind,
    title: titleOf(each),
    act: debtText.suggestion.act,
    page: suggestionPage(each._id),
    sinceAtMs: each.changedAtMs,
    untilAtMs: isOverdue(each, nowMs) ? null : each.dueAtMs,
    afterwards: lateText(each),
  }));
  const ofOthers = [late ?? []].flat().map(({ count, sinceAtMs }) => ({
    ...debtText.lateInBranches(count),
    taskId: 'late-in-branches',
    kind,
    page: 'packages/suggest/queue/queue?part=late-in-branches',
    sinceAtMs,
    untilAtMs: null,
  }));
  const toCheck = documents.map(({ documentId, title, byName, sinceAtMs }) => ({
    taskId: documentId,
    kind,
    title: documentNoticeText.toCheck(byName, title),
    act: debtText.document.act,
    page: documentPage(documentId),
    sinceAtMs,
    untilAtMs: null,
  }));
  const asks = dataAsks.map(({ ask, untilAtMs }) => ({
    taskId: ask._id,
    kind,
    title: dataAskNoticeText.asked(ask.memberName, ask.about.kind),
    act: debtText.dataAsk.act,
    page: dataAsksPage(ask.branchId),
    sinceAtMs: ask.askedAtMs,
    untilAtMs,
  }));
  return [...suggestions, ...ofOthers, ...toCheck, ...asks];
}

/**
 * What the today page asks of it: what was promised for later not before its last days, documents in one. A
 * phone that knows no `afterwards` shows nothing that is past its limit, or has none. docs/rules.md#R-331
 */
export function debtsToday({ owed, documents, dataAsks }: WaitingDebts, nowMs: number) {
  const soonMs = nowMs + SUGGESTION_DAYS.reply * MS_PER_DAY;
  const near = owed.filter(({ state, dueAtMs }) => state === 'received' || dueAtMs <= soonMs);
  const isLate = (each: OwedSuggestion) => isOverdue(each, nowMs);
  const suggestions = [
    ...lateToday(near.filter(isLate)),
    ...near.filter((each) => !isLate(each)).map(suggestionToday),
  ];
  const asks = dataAsks.map(({ ask, untilAtMs }) => ({
    ...debtText.dataAsk,
    messageId: ask._id,
    title: dataAskNoticeText.asked(ask.memberName, ask.about.kind),
    body: dataAskNoticeText.askedBody(withoutStop(ask.words)),
    page: dataAsksPage(ask.branchId),
    untilAtMs,
  }));
  return [...suggestions, ...documentsToday(documents), ...asks];
}

const suggestionToday = (each: OwedSuggestion) => ({
  ...debtText.suggestion,
  messageId: each._id,
  title: titleOf(each),
  body: suggestionNoticeText.raisedBody,
  page: suggestionPage(each._id),
  untilAtMs: each.dueAtMs,
  afterwards: lateText(each),
});

/** None or one: many of them would hide what can still be done in time. */
function lateToday(late: readonly OwedSuggestion[]) {
  const [first, ...more] = late;
  if (first === undefined) return [];
  const one = suggestionToday(first);
  if (more.length === 0) return [one];
  const title = debtText.lateSuggestions(late.length);
  return [{ ...one, title, body: debtText.lateSuggestionsBody(one.title), page: WAITS_PAGE }];
}

/** None or one: many of them would hide what has a limit. */
function documentsToday([first, ...more]: readonly DocumentToCheck[]) {
  if (first === undefined) return [];
  const { documentId, title, byName, sinceAtMs } = first;
  return [
    {
      ...debtText.document,
      messageId: documentId,
      title: documentNoticeText.toCheck(byName, title),
      body:
        more.length === 0 ? documentNoticeText.toCheckBody : debtText.moreDocuments(more.length),
      page: documentPage(documentId),
      untilAtMs: sinceAtMs,
      afterwards: debtText.documentSince(dateText(dayOfInstant(sinceAtMs))),
    },
  ];
}

const lateText = ({ dueAtMs }: OwedSuggestion): string =>
  debtText.suggestionLate(dateText(dayOfInstant(dueAtMs - 1)));

/** Of another office than that which is to answer, its name stands in front. docs/rules.md#R-343 */
function titleOf(suggestion: OwedSuggestion): string {
  const { officeName, isStoodInFor } = suggestion;
  const title = whatOf(suggestion);
  return isStoodInFor ? debtText.standIn(officeName, title) : title;
}

function whatOf({ title, ownerName, lastStep: { kind, officeName } }: OwedSuggestion): string {
  if (kind === 'forward') return suggestionNoticeText.forwarded(officeName, title);
  if (kind === 'not-enough') return suggestionNoticeText.notEnough(ownerName, title);
  return kind === 'take' ? debtText.inWork(title) : suggestionNoticeText.raised(ownerName, title);
}
