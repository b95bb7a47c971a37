import { dayOfInstant, MS_PER_MINUTE } from '../../../domain/time/local-day';
import type { Member } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { swaps } from '../../_store/roster/swaps';

/** A call that has noted a proposal writes it by then, or never. */
const UNDER_WAY_MS = MS_PER_MINUTE;

/**
 * A place among the `most` proposals that one person may have open: true once the proposal may be
 * written. Of many that come at once no more get one. Places of what was answered meanwhile, or is
 * over, are freed when none is left, so that nothing has to be done when a swap ends. One request.
 */
export async function reserveProposal(
  { _id, proposals }: Member,
  swapId: string,
  most: number,
  nowMs: number,
): Promise<boolean> {
  const openIds = () => swaps.idsOpenOf(_id, dayOfInstant(nowMs));
  const noted = (id: string) => ({ swapId: id, atMs: nowMs });
  if (proposals === undefined) {
    await members.noteOpenProposals(_id, [...(await openIds())].map(noted));
  }
  if (await members.noteProposal(_id, noted(swapId), most)) return true;
  const [member, open] = await Promise.all([members.byId(_id), openIds()]);
  const ended = (member?.proposals ?? []).filter(
    (proposal) => !open.has(proposal.swapId) && proposal.atMs <= nowMs - UNDER_WAY_MS,
  );
  if (ended.length === 0) return false;
  await members.dropProposals(
    _id,
    ended.map((proposal) => proposal.swapId),
  );
  return members.noteProposal(_id, noted(swapId), most);
}
