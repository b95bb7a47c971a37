import type * as actions from '../../../contract/content/commentators';
import { isGoodTerm, overlaps } from '../../../domain/content/comment/term';
import { dayOfInstant } from '../../../domain/time/local-day';
import type { Handler } from '../../_kit/serve';
import { takeBackAppointed, tellCommentator } from '../../_deliver/tell-of-comment';
import {
  commentatorTerms,
  termOf,
  type CommentatorTerm,
} from '../../_store/content/commentator-terms';
import { branches } from '../../_store/people/branches';
import { members } from '../../_store/people/members';

export const commentators: Handler<typeof actions.commentators> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const nowMs = ctx.nowMs();
  const [branch, terms, people] = await Promise.all([
    branches.byId(branchId),
    commentatorTerms.ofBranch(branchId, dayOfInstant(nowMs)),
    members.ofBranch(branchId),
  ]);
  if (branch === null) return ctx.fail('not-found');
  return ctx.answer({
    nowMs,
    branchName: branch.name,
    terms: terms
      .filter(({ ended }) => ended === null)
      .map(({ _id, memberId, name, fromDay, toDay, appointedBy }) => {
        return { termId: _id, memberId, name, fromDay, toDay, appointedBy: appointedBy.name };
      }),
    people: people.map(({ _id, name }) => ({ memberId: _id, name })),
  });
};

/** Written once, and told once, however often it is called. docs/rules.md#R-273 */
export const appointCommentator: Handler<typeof actions.appointCommentator> = async (
  input,
  ctx,
) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const { termId, memberId, fromDay, toDay } = input;
  const nowMs = ctx.nowMs();
  const today = dayOfInstant(nowMs);
  const [known, member, terms] = await Promise.all([
    commentatorTerms.byId(termId),
    members.byId(memberId),
    commentatorTerms.ofMember(memberId, today),
  ]);
  if (known !== null && (known.memberId !== memberId || known.branchId !== branchId)) {
    return ctx.fail('bad-input', { path: 'termId' });
  }
  if (known !== null && (known.fromDay !== fromDay || known.toDay !== toDay)) {
    return ctx.fail('written-before');
  }
  if (member?.leftDay !== null || member.branchId !== branchId) return ctx.fail('not-in-branch');
  if (known === null) {
    if (!isGoodTerm({ fromDay, toDay }, today)) return ctx.fail('bad-term');
    const others = terms.filter((term) => term.branchId === branchId);
    if (others.some((term) => overlaps({ fromDay, toDay }, termOf(term)))) {
      return ctx.fail('has-term');
    }
  }
  const term: CommentatorTerm = known ?? {
    _id: termId,
    branchId,
    memberId,
    name: member.name,
    fromDay,
    toDay,
    appointedBy: { memberId: ctx.caller.memberId, name: ctx.caller.name },
    appointedAtMs: nowMs,
    ended: null,
    revision: 0,
    schemaVersion: 1,
  };
  if (known === null) await commentatorTerms.insertIfAbsent(term);
  if (term.ended === null) await tellCommentator(term, member, ctx.requestId, nowMs);
  return ctx.answer({});
};

/** Repeated, it changes nothing. docs/rules.md#R-273 */
export const endCommentator: Handler<typeof actions.endCommentator> = async (input, ctx) => {
  const branchId = input.branchId ?? ctx.caller.branchId;
  const { memberId, name } = ctx.caller;
  const { termId } = input;
  const nowMs = ctx.nowMs();
  const known = await commentatorTerms.byId(termId);
  if (known?.branchId !== branchId) return ctx.fail('not-found');
  await commentatorTerms.end({ branchId, termId }, { by: { memberId, name }, atMs: nowMs });
  await takeBackAppointed(termId, nowMs);
  return ctx.answer({});
};
