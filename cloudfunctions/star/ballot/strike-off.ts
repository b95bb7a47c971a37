import { withoutStop } from '../../../domain/words/without-stop';
import { pollNoticeText } from '../../_deliver/poll-notices.text';
import { tellOfCancelled } from '../../_deliver/tell-of-ended-poll';
import type { Call } from '../../_deliver/tell-of-poll';
import type { PollDocument } from '../../_store/star/poll-document';
import { polls } from '../../_store/star/polls';
import { putBackOn } from '../../_store/star/who-is-off';

/** Ends a poll that runs by striking somebody off it; false where it does not run, or they were struck off before. docs/rules.md#R-180 */
export function strikeOff(
  { _id, candidates }: PollDocument,
  candidateId: string,
  reason: string,
  { by, nowMs: atMs }: Pick<Call, 'by' | 'nowMs'>,
): Promise<boolean> {
  const place = candidates.findIndex(({ memberId }) => memberId === candidateId);
  const words = pollNoticeText.struckOff(candidates[place]?.name ?? '', withoutStop(reason));
  const cancelled = { reason: words, by, atMs, struckOff: candidateId };
  return polls.strikeOff(_id, place, { reason, by, atMs }, cancelled);
}

/**
 * Whoever stands on an open ballot only because somebody has put them back on it leaves it by themselves, which
 * ends it; false where they do not stand so, or it has ended. Can be repeated. docs/rules.md#R-353
 */
export async function leaveBallot(
  { branchId, month }: Pick<PollDocument, 'branchId' | 'month'>,
  call: Call,
): Promise<boolean> {
  const { memberId } = call.by;
  const rounds = await polls.ofMonth(branchId, month);
  const newest = rounds.at(-1);
  if (newest === undefined) return false;
  if (!putBackOn(newest, rounds).some((each) => each.memberId === memberId)) return false;
  await strikeOff(newest, memberId, pollNoticeText.ownWish, call);
  const after = await polls.byId(newest._id);
  if (after?.cancelled?.struckOff !== memberId) return false;
  await tellOfCancelled(after, call);
  return true;
}
