import { noteCancelled, noteClosed } from '../_store/star/poll-in-month';
import type { PollDocument } from '../_store/star/poll-document';
import { polls } from '../_store/star/polls';
import { tellPollCancelled, tellPollClosed, tellWithdrawn, type Call } from './tell-of-poll';

/**
 * What follows once a poll is called off: its month says so, its people are told, and of whoever was struck
 * off they themselves; then nobody has to look any more. Of one whose opening was refused nobody has heard,
 * and nobody hears of its end. Repeated, it does what is missing. docs/rules.md#R-358
 */
export async function tellOfCancelled(poll: PollDocument, call: Call): Promise<void> {
  const { cancelled, candidates } = poll;
  if (await noteCancelled(poll, call.nowMs)) {
    await tellPollCancelled(poll, call);
    const struckOff = candidates.find(({ memberId }) => memberId === cancelled?.struckOff);
    const withdrawn = struckOff?.withdrawn ?? null;
    if (struckOff !== undefined && withdrawn !== null) {
      await tellWithdrawn(poll, struckOff.memberId, withdrawn, call);
    }
  }
  await polls.dropLook(poll._id);
}

/** As tellOfCancelled, of one that was closed and counted. */
export async function tellOfClosed(poll: PollDocument, call: Call): Promise<void> {
  await noteClosed(poll, call.nowMs);
  await tellPollClosed(poll, call);
  await polls.dropLook(poll._id);
}
