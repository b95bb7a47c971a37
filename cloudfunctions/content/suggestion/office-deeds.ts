import type * as actions from '../../../contract/content/answering';
import { addDays, instantOf } from '../../../domain/time/local-day';
import { suggestionNoticeText } from '../../_deliver/suggestion-notices.text';
import { askOffice, takeBackAsks, tellMember } from '../../_deliver/tell-of-suggestion';
import type { MemberCtx } from '../../_kit/context';
import type { Handler } from '../../_kit/serve';
import { whenText } from '../../_kit/when.text';
import { COMMITTEE, type SuggestionDocument } from '../../_store/content/suggestion-document';
import { answerersIn, committee, type Office } from '../../_store/content/suggestion-office';
import { suggestions } from '../../_store/content/suggestions';
import { branches } from '../../_store/people/branches';
import { decide, isDone, type Decided, type Given } from './decide';

const byOf = ({ memberId, name }: { memberId: string; name: string }) => ({ memberId, name });

/** Nobody answers what they have raised themselves. */
const notOf = (memberId: string) => (suggestion: SuggestionDocument) =>
  suggestion.ownerId === memberId ? ('own-suggestion' as const) : {};

export const takeSuggestion: Handler<typeof actions.takeSuggestion> = async (input, ctx) => {
  const { text, promisedDay } = input;
  const nowMs = ctx.nowMs();
  const by = byOf(ctx.caller);
  const promisedAtMs = instantOf(addDays(promisedDay, 1), 0);
  const done = await decide(
    input,
    { kind: 'take', promisedDay },
    { kind: 'take', by, text, promisedAtMs },
    nowMs,
    notOf(by.memberId),
  );
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') {
    return ctx.fail(done.code === 'bad-day' ? done.code : codeOf(done.code));
  }
  const { suggestion } = done;
  await takeBackAsks(suggestion, nowMs);
  const lastDay = whenText(instantOf(promisedDay, 0)).replace(/ .*$/u, '');
  const words = {
    title: suggestionNoticeText.taken(suggestion.title),
    body: suggestionNoticeText.takenBody(suggestion.officeName, text, lastDay),
  };
  const call = { requestId: ctx.requestId, nowMs };
  await tellMember(suggestion, input.stepId, 'suggestion-news', by, words, call);
  return ctx.answer({});
};

export const answerSuggestion: Handler<typeof actions.answerSuggestion> = async (input, ctx) => {
  const { text, stepId } = input;
  const nowMs = ctx.nowMs();
  const by = byOf(ctx.caller);
  const step = { kind: 'answer', by, text, promisedAtMs: null } as const;
  const done = await decide(input, { kind: 'answer' }, step, nowMs, notOf(by.memberId));
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(codeOf(done.code));
  const { suggestion } = done;
  await takeBackAsks(suggestion, nowMs, stepId);
  const words = {
    title: suggestionNoticeText.answered(suggestion.title),
    body: suggestionNoticeText.answeredBody(suggestion.officeName, text),
  };
  const call = { requestId: ctx.requestId, nowMs };
  // What the member has settled since, a repetition does not ask about again.
  if (suggestion.state === 'answered') {
    await tellMember(suggestion, stepId, 'suggestion-answered', by, words, call);
  }
  return ctx.answer({});
};

export const forwardSuggestion: Handler<typeof actions.forwardSuggestion> = async (input, ctx) => {
  const nowMs = ctx.nowMs();
  const by = byOf(ctx.caller);
  const known = await suggestions.byId(input.suggestionId);
  if (known === null) return ctx.fail('not-found');
  const to = await officeOf(input.toBranchId);
  const people = to === null ? [] : await answerersIn(to.office, known.ownerId);
  const wasDone = isDone(known, input.stepId, 'forward');
  if (!wasDone && (to === null || people.length === 0)) return ctx.fail('office-gone');
  if (wasDone && !hasGoneTo(known, input)) return ctx.fail('written-before');
  const done = await forward(input, to ?? committee, by, input.text, nowMs);
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') {
    return ctx.fail(done.code === 'same-office' ? done.code : codeOf(done.code));
  }
  await tellOfForward(done.suggestion, input, people, ctx, nowMs);
  return ctx.answer({});
};

/** Whether the step that was made has led to just this office. docs/rules.md#R-287 */
function hasGoneTo(
  { steps, office, offices }: SuggestionDocument,
  { stepId, toBranchId }: { readonly stepId: string; readonly toBranchId: string | null },
): boolean {
  const asked = toBranchId ?? COMMITTEE;
  return steps.at(-1)?.stepId === stepId ? office === asked : offices.includes(asked);
}

/** null: there is no such branch. */
async function officeOf(branchId: string | null): Promise<Office | null> {
  if (branchId === null) return committee;
  const branch = await branches.byId(branchId);
  return branch === null ? null : { office: branchId, officeName: branch.name };
}

function forward(
  given: Given,
  { office, officeName }: Office,
  by: { memberId: string; name: string },
  text: string,
  nowMs: number,
): Promise<Decided<'own-suggestion' | 'same-office'>> {
  const step = { kind: 'forward', by, text, promisedAtMs: null } as const;
  type Refusal = 'own-suggestion' | 'same-office';
  return decide<Refusal>(given, { kind: 'forward' }, step, nowMs, (suggestion) => {
    if (suggestion.ownerId === by.memberId) return 'own-suggestion';
    if (suggestion.office === office) return 'same-office';
    return { office, officeName, offices: [...new Set([...suggestion.offices, office])] };
  });
}

async function tellOfForward(
  suggestion: SuggestionDocument,
  { stepId, text }: { readonly stepId: string; readonly text: string },
  people: Parameters<typeof askOffice>[2],
  ctx: Pick<MemberCtx<string>, 'caller' | 'requestId'>,
  nowMs: number,
): Promise<void> {
  const { officeName, title, owedBy, steps } = suggestion;
  const by = byOf(ctx.caller);
  const call = { requestId: ctx.requestId, nowMs };
  await takeBackAsks(suggestion, nowMs, stepId);
  if (owedBy === '' || steps.at(-1)?.stepId !== stepId) return;
  const from = steps.at(-1)?.officeName ?? '';
  const asking = { title: suggestionNoticeText.forwarded(from, title), body: text };
  await askOffice(suggestion, stepId, people, by, asking, call);
  const news = { title: suggestionNoticeText.passedOn(officeName, title), body: text };
  await tellMember(suggestion, stepId, 'suggestion-news', by, news, call);
}

export const suggestionOffices: Handler<typeof actions.suggestionOffices> = async (input, ctx) => {
  const [suggestion, all] = await Promise.all([
    suggestions.byId(input.suggestionId),
    branches.all(),
  ]);
  if (suggestion === null) return ctx.fail('not-found');
  return ctx.answer({
    hasCommittee: suggestion.office !== COMMITTEE,
    branches: all
      .filter(({ _id }) => _id !== suggestion.office)
      .map(({ _id, name }) => ({ branchId: _id, name })),
  });
};

type CommonCode =
  | 'own-suggestion'
  | 'changed-meanwhile'
  | 'written-before'
  | 'answered'
  | 'closed'
  | 'too-many-steps';
const COMMON: readonly CommonCode[] = [
  'own-suggestion',
  'changed-meanwhile',
  'written-before',
  'answered',
  'closed',
  'too-many-steps',
];

/** Of a refusal that every deed can meet. */
function codeOf(code: string): CommonCode {
  const common = COMMON.find((each) => each === code);
  if (common === undefined) throw new Error(`a deed was refused as ${code}`);
  return common;
}
