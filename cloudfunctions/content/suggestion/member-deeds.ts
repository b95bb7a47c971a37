import type {
  settleSuggestion as settle,
  takeBackSuggestion as takeBack,
} from '../../../contract/content/raising';
import { suggestionNoticeText } from '../../_deliver/suggestion-notices.text';
import { takeBackRing } from '../../_deliver/tell-of-ringing';
import { askOffice, takeBackAsks } from '../../_deliver/tell-of-suggestion';
import type { Handler } from '../../_kit/serve';
import { derivedId } from '../../_store/derived-id';
import { answerersFor } from '../../_store/content/suggestion-office';
import { suggestions } from '../../_store/content/suggestions';
import { decide } from './decide';

const changesNothing = () => ({});

/** A suggestion of somebody else is as good as none. */
export const settleSuggestion: Handler<typeof settle> = async (input, ctx) => {
  const { missing, stepId } = input;
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const known = await suggestions.byId(input.suggestionId);
  if (known?.ownerId !== memberId) return ctx.fail('not-found');
  const kind = missing === null ? 'settle' : 'not-enough';
  const by = { memberId, name };
  const step = { kind, by, text: missing, promisedAtMs: null } as const;
  const done = await decide(input, { kind }, step, nowMs, changesNothing);
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(settleCode(done.code));
  const { suggestion } = done;
  await takeBackAsks(suggestion, nowMs, missing === null ? undefined : stepId);
  if (missing !== null && suggestion.owedBy !== '') {
    const words = { title: suggestionNoticeText.notEnough(name, suggestion.title), body: missing };
    const people = await answerersFor(suggestion.office, memberId);
    await askOffice(suggestion, stepId, people, by, words, { requestId: ctx.requestId, nowMs });
  }
  return ctx.answer({});
};

type SettleCode = (typeof settle)['errors'][number];
const SETTLE_CODES: readonly SettleCode[] = [
  'not-answered',
  'closed',
  'changed-meanwhile',
  'written-before',
  'too-many-steps',
];

function settleCode(code: string): SettleCode {
  const known = SETTLE_CODES.find((each) => each === code);
  if (known !== undefined) return known;
  throw new Error(`settling was refused as ${code}`);
}

/** Repeated, it changes nothing. */
export const takeBackSuggestion: Handler<typeof takeBack> = async ({ suggestionId }, ctx) => {
  const { memberId, name } = ctx.caller;
  const nowMs = ctx.nowMs();
  const known = await suggestions.byId(suggestionId);
  if (known?.ownerId !== memberId) return ctx.fail('not-found');
  const given = { suggestionId, stepId: derivedId('take-back', suggestionId), revision: null };
  const by = { memberId, name };
  const step = { kind: 'take-back', by, text: null, promisedAtMs: null } as const;
  const done = await decide(given, { kind: 'take-back' }, step, nowMs, changesNothing);
  if (done.kind === 'missing') return ctx.fail('not-found');
  if (done.kind === 'refused') return ctx.fail(done.code === 'closed' ? 'closed' : 'answered');
  const { suggestion } = done;
  await takeBackAsks(suggestion, nowMs);
  if (suggestion.isUrgent) await takeBackRing(suggestion, { requestId: ctx.requestId, nowMs });
  return ctx.answer({});
};
