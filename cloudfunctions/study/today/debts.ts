import { isOverdue } from '../../../domain/content/suggestion/decide-on-suggestion';
import { SUGGESTION_DAYS } from '../../../domain/content/suggestion/suggestion';
import { dayOfInstant, MS_PER_DAY } from '../../../domain/time/local-day';
import { dateText } from '../../_kit/when.text';
import { suggestionNoticeText } from '../../_deliver/suggestion-notices.text';
import type { OwedSuggestion, WaitingDebts } from '../../_store/branch/waiting-debts';
import { debtText } from './debts.text';

/** What an office owes, whoever holds it. docs/rules.md#R-333 */
interface Debt {
  readonly id: string;
  readonly title: string;
  readonly body: string | null;
  readonly act: string;
  readonly otherwise: string;
  readonly page: string;
  readonly sinceAtMs: number;
  /** Null: it has no limit, or is past it. */
  readonly untilAtMs: number | null;
  /** Said in place of the limit once that is past. */
  readonly afterwards: string;
}

const suggestionPage = (suggestionId: string) =>
  `packages/suggest/open/open?suggestionId=${suggestionId}`;

/** What the list of all that waits shows. */
export function debtTasks({ owed, late }: WaitingDebts, nowMs: number) {
  const lines = owed.map((each) => ofSuggestion(each, nowMs));
  const tasks = lines.map(({ id, title, act, page, sinceAtMs, untilAtMs, afterwards }) => ({
    taskId: id,
    kind: 'asked' as const,
    title,
    act,
    page,
    sinceAtMs,
    untilAtMs,
    afterwards,
  }));
  const ofOthers = [late ?? []].flat().map(({ count, sinceAtMs }) => ({
    ...debtText.lateInBranches(count),
    taskId: 'late-in-branches',
    kind: 'asked' as const,
    page: 'packages/suggest/queue/queue?part=late-in-branches',
    sinceAtMs,
    untilAtMs: null,
  }));
  return [...tasks, ...ofOthers];
}

/** What the today page asks: what was promised for later not before its last days. docs/rules.md#R-331 */
export function debtsToday({ owed }: WaitingDebts, nowMs: number) {
  const soonMs = nowMs + SUGGESTION_DAYS.reply * MS_PER_DAY;
  return owed
    .filter(({ state, dueAtMs }) => state === 'received' || dueAtMs <= soonMs)
    .map(({ dueAtMs, ...each }) => {
      const debt = ofSuggestion({ dueAtMs, ...each }, nowMs);
      const { id: messageId, title, body, act, otherwise, page, afterwards } = debt;
      // A phone that knows no `afterwards` shows it until then, and not with a date that is past.
      return { messageId, title, body, act, otherwise, page, untilAtMs: dueAtMs, afterwards };
    });
}

function ofSuggestion(suggestion: OwedSuggestion, nowMs: number): Debt {
  const { _id: id, dueAtMs, changedAtMs } = suggestion;
  return {
    id,
    title: titleOf(suggestion),
    body: suggestionNoticeText.raisedBody,
    ...debtText.suggestion,
    page: suggestionPage(id),
    sinceAtMs: changedAtMs,
    untilAtMs: isOverdue(suggestion, nowMs) ? null : dueAtMs,
    afterwards: debtText.suggestionLate(dateText(dayOfInstant(dueAtMs - 1))),
  };
}

function titleOf({ title, ownerName, lastStep: { kind, officeName } }: OwedSuggestion): string {
  if (kind === 'forward') return suggestionNoticeText.forwarded(officeName, title);
  if (kind === 'not-enough') return suggestionNoticeText.notEnough(ownerName, title);
  return kind === 'take' ? debtText.inWork(title) : suggestionNoticeText.raised(ownerName, title);
}
