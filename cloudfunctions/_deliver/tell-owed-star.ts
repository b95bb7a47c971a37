import type { StarMonthDocument, StarToTell } from '../_store/star/star-month-document';
import { starMonths } from '../_store/star/star-months';
import { tellBranchOfStar, tellSomeOfStar, tellWhoseStep, type StarMessage } from './tell-of-star';

interface Call {
  readonly by: StarToTell['by'];
  readonly requestId: string;
  readonly nowMs: number;
}

/** A message of a star month, and to whom it goes. */
export type Owed = Omit<StarMessage, 'branchId'> & { readonly to: StarToTell['to'] };

/**
 * Goes into the month with the deed that it is about: whoever comes after somebody who was cut off tells
 * it in their name. docs/rules.md#R-367
 */
export function owedWith(
  { toTell = [] }: Pick<StarMonthDocument, 'toTell'>,
  messages: readonly Owed[],
  { by, requestId, nowMs: atMs }: Call,
): { readonly toTell: StarToTell[] } {
  const owed = messages.map(({ parts, ...message }) => ({
    ...message,
    parts: [...parts],
    by: { memberId: by.memberId, name: by.name },
    requestId,
    atMs,
  }));
  return { toTell: [...toTell, ...owed] };
}

/** Tells what is owed, each message once, and notes that it is told. Can be repeated and cut off. */
export async function tellOwed(star: StarMonthDocument, nowMs: number): Promise<void> {
  const owed = star.toTell ?? [];
  for (const message of owed) await tell(star, message, nowMs);
  const requestIds = [...new Set(owed.map(({ requestId }) => requestId))];
  if (requestIds.length > 0) await starMonths.told(star._id, requestIds);
}

async function tell(
  star: StarMonthDocument,
  { to, by, requestId, parts, title, body, page, deadlineAtMs }: StarToTell,
  nowMs: number,
): Promise<void> {
  const ofBranch = { parts, title, body, page, deadlineAtMs, branchId: star.branchId };
  const call = { by, requestId, nowMs };
  switch (to.kind) {
    case 'branch':
      return tellBranchOfStar(ofBranch, call);
    case 'some':
      await tellSomeOfStar('star-answered', to.memberIds, ofBranch, call);
      return;
    case 'whose-step':
      return tellWhoseStep(star, to.offices, ofBranch, call);
  }
}
