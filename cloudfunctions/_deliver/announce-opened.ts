import { noteOpened, type OpeningRefused } from '../_store/star/poll-in-month';
import type { PollDocument } from '../_store/star/poll-document';
import { polls } from '../_store/star/polls';
import { pollNoticeText } from './poll-notices.text';
import { tellPollExtended, tellPollOpened, type Call } from './tell-of-poll';

/**
 * What follows once a poll is written: its month says so, and its people are told; null. Or the month has
 * gone on meanwhile, or somebody has left its list: then it is called off at once, nobody is told of it,
 * and this says why. Repeated, it does what is missing.
 */
export async function announceOpened(
  poll: PollDocument,
  call: Call,
): Promise<OpeningRefused | null> {
  const refused = await noteOpened(poll, call.nowMs);
  if (refused === null) {
    // Who was not asked before it was put off is asked in the words that say so.
    const last = poll.extensions.at(-1);
    if (last !== undefined) await tellPollExtended(poll, last, call);
    await tellPollOpened(poll, call);
    return null;
  }
  const reason = refused.code === 'too-late' ? pollNoticeText.tooLate : pollNoticeText.listChanged;
  await polls.cancel(poll._id, { reason, by: poll.openedBy, atMs: call.nowMs });
  await polls.dropLook(poll._id);
  return refused;
}
