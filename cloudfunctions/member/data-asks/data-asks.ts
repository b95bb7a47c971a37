import type { dataAskActions } from '../../../contract/people/data-asks';
import { holdsOneOf, ROSTER_KEEPERS, type Role } from '../../../contract/roles';
import type { Handler } from '../../_kit/serve';
import { dataAskStore, type DataAskDocument } from '../../_store/people/data-asks';
import { cursorAfter, readPlace } from '../../_store/place-in-list';
import { branches } from '../../_store/people/branches';
import { whoAnswersLooks } from '../../_store/people/who-answers';
import { ASKS_AT_ONCE, toAsk, toMyAsk } from './shown-ask';

export const myDataAsks: Handler<typeof dataAskActions.myDataAsks> = async ({ cursor }, ctx) => {
  const after = readPlace(cursor);
  if (after === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const { memberId } = ctx.caller;
  const page = await dataAskStore.ofMember(memberId, after, ASKS_AT_ONCE);
  return ctx.answer({
    nowMs: ctx.nowMs(),
    asks: page.documents.map(toMyAsk),
    nextCursor: cursorAfter(page, ({ askedAtMs }) => askedAtMs),
  });
};

export const dataAsks: Handler<typeof dataAskActions.dataAsks> = async (input, ctx) => {
  const after = readPlace(input.cursor);
  if (after === undefined) return ctx.fail('bad-input', { path: 'cursor' });
  const { caller } = ctx;
  const branchId = input.branchId ?? caller.branchId;
  const [branch, lookRoles] = await Promise.all([
    branches.byId(branchId),
    whoAnswersLooks(branchId),
  ]);
  if (branch === null) return ctx.fail('not-found');
  const page = await dataAskStore.ofBranch(
    branchId,
    input.state,
    { kinds: kindsFor(caller.roles, lookRoles), notOf: caller.memberId },
    after,
    ASKS_AT_ONCE,
  );
  return ctx.answer({
    nowMs: ctx.nowMs(),
    branchName: branch.name,
    asks: page.documents.map(toAsk),
    nextCursor: cursorAfter(page, ({ askedAtMs }) => askedAtMs),
  });
};

type Kind = DataAskDocument['about']['kind'];

/** As mayAnswer says it of one. */
function kindsFor(roles: readonly Role[], lookRoles: readonly Role[]): readonly Kind[] {
  return [
    ...(holdsOneOf(roles, ROSTER_KEEPERS) ? ['correction' as const] : []),
    ...(holdsOneOf(roles, [...lookRoles, 'committee-office']) ? ['look' as const] : []),
  ];
}
