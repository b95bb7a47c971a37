import type * as answering from '../../../contract/content/answering';
import type { mySuggestions as mineAction } from '../../../contract/content/raising';
import { topicFigures } from '../../../domain/content/suggestion/topic-figures';
import { dayOfInstant, monthOf } from '../../../domain/time/local-day';
import { monthInterval } from '../../../domain/time/month-interval';
import type { Handler } from '../../_kit/serve';
import { COMMITTEE } from '../../_store/content/suggestion-document';
import { branchesThatAnswer, committee } from '../../_store/content/suggestion-office';
import { suggestions } from '../../_store/content/suggestions';
import { cursorAfter, readPlace, type PlaceInList } from '../../_store/place-in-list';
import { branches } from '../../_store/people/branches';
import { toRow } from './to-suggestion';

/** So many rows stay below 25 KB on their way to a page. */
const PAGE = 30;

export const mySuggestions: Handler<typeof mineAction> = async ({ cursor }, ctx) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const nowMs = ctx.nowMs();
  const page = await suggestions.ofOwner(ctx.caller.memberId, place, PAGE);
  return ctx.answer({
    nowMs,
    suggestions: page.documents.map((suggestion) => toRow(suggestion, nowMs)),
    nextCursor: cursorAfter(page, ({ raisedAtMs }) => raisedAtMs),
  });
};

export const branchSuggestions: Handler<typeof answering.branchSuggestions> = async (
  { branchId, which, cursor },
  ctx,
) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const office = branchId ?? ctx.caller.branchId;
  const branch = await branches.byId(office);
  if (branch === null) return ctx.fail('not-found');
  return ctx.answer({
    officeName: branch.name,
    ...(await listOf(office, which, place, ctx.nowMs())),
  });
};

export const committeeSuggestions: Handler<typeof answering.committeeSuggestions> = async (
  { which, cursor },
  ctx,
) => {
  const place = readPlace(cursor);
  if (place === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const { office, officeName } = committee;
  return ctx.answer({ officeName, ...(await listOf(office, which, place, ctx.nowMs())) });
};

type Which = 'owed' | 'others' | 'late-in-branches';

async function listOf(office: string, which: Which, place: PlaceInList | null, nowMs: number) {
  const { page, shown } = await pageOf(office, which, place, nowMs);
  return {
    nowMs,
    suggestions: shown.map((suggestion) => toRow(suggestion, nowMs)),
    nextCursor: cursorAfter(page, ({ changedAtMs, dueAtMs }) =>
      which === 'others' ? changedAtMs : dueAtMs,
    ),
  };
}

async function pageOf(office: string, which: Which, place: PlaceInList | null, nowMs: number) {
  if (which === 'owed' && office === COMMITTEE) return owedByOffice(place);
  const page = await (which === 'owed'
    ? suggestions.owedBy(office, place, PAGE)
    : which === 'others'
      ? suggestions.othersOf(office, place, PAGE)
      : suggestions.lateOfBranches(nowMs, place, PAGE));
  return { page, shown: page.documents };
}

/** With what it stands in for. docs/rules.md#R-343 */
async function owedByOffice(place: PlaceInList | null) {
  const answering = await branchesThatAnswer();
  const page = await suggestions.owedByOffice(answering, place, PAGE);
  const shown = page.documents.filter(
    (each) => each.owedBy === COMMITTEE || answering.isForStandIn(each),
  );
  return { page, shown };
}

export const suggestionTopics: Handler<typeof answering.suggestionTopics> = async (input, ctx) => {
  const { branchId, month = monthOf(dayOfInstant(ctx.nowMs())) } = input;
  const isOfAll = branchId === undefined && ctx.caller.roles.includes('committee-office');
  const of = isOfAll ? null : (branchId ?? ctx.caller.branchId);
  const [branch, raised] = await Promise.all([
    of === null ? null : branches.byId(of),
    suggestions.topicsOf(of, monthInterval(month)),
  ]);
  const { topics, rest } = topicFigures(raised);
  return ctx.answer({ month, branchName: branch?.name ?? '', topics: [...topics], rest });
};
