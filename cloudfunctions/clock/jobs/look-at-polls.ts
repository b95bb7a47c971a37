import { performance } from 'node:perf_hooks';
import { countsAt, isHourly, nextLookAtMs } from '../../../domain/star/ballot/turnout-look';
import { logUnfit } from '../../_kit/log';
import { announceOpened } from '../../_deliver/announce-opened';
import { tellPollClosed, tellPollExtended } from '../../_deliver/tell-of-poll';
import { pollNoticeText } from '../../_deliver/poll-notices.text';
import { UnfitDocument } from '../../_store/document-kind';
import { readRotas, type Rotas } from '../../_store/people/organisation';
import { openBox, resealed } from '../../_store/star/ballot-box';
import { closeAndCount } from '../../_store/star/count-poll';
import { gapSince, hoursOfPoll } from '../../_store/star/poll-hours';
import { noteCancelled, noteClosed } from '../../_store/star/poll-in-month';
import type { PollDocument } from '../../_store/star/poll-document';
import { lookOf, polls, type PollLookDocument } from '../../_store/star/polls';
import type { Job } from '../job';

const MOST_A_RUN = 50;

/**
 * Of every open poll: completes an opening that was cut off; notes at each full hour how many ballots are
 * in it, sealed and whether there are more or not; at its end, closes and counts it, or puts it off where
 * a crew has not had its hours. How many were looked at. docs/rules.md#R-172 to R-174
 */
export const lookAtPolls: Job = async ({ nowMs, stopAtMs }) => {
  const due = await polls.looksDue(nowMs(), MOST_A_RUN);
  if (due.length === 0) return 0;
  const rotas = await readRotas();
  let count = 0;
  for (const look of due) {
    if (performance.now() >= stopAtMs) break;
    await lookOne(look, rotas, nowMs());
    count += 1;
  }
  return count;
};

/** One that newer functions have opened waits for them, untouched, and keeps no other from its end. */
async function lookOne(
  look: PollLookDocument,
  rotas: Pick<Rotas, 'roster'>,
  nowMs: number,
): Promise<void> {
  try {
    const poll = await polls.byId(look._id);
    if (poll?.state === 'open') await lookAt(poll, look, rotas, nowMs);
    else await leave(poll, look, nowMs);
  } catch (error) {
    if (!(error instanceof UnfitDocument)) throw error;
    logUnfit(error);
    await polls.noteLook(look._id, nextLookAtMs(nowMs, nowMs), null);
  }
}

async function lookAt(
  poll: PollDocument,
  look: PollLookDocument,
  rotas: Pick<Rotas, 'roster'>,
  nowMs: number,
): Promise<void> {
  // At the first look: whoever opened it may have been cut off, and never have asked again.
  if (look.lookedAtMs === null && (await announceOpened(poll, callOf(poll, nowMs))) !== null)
    return;
  if (nowMs < poll.closesAtMs) {
    await tellAgain(poll, look, nowMs);
    return note(poll, look, nowMs);
  }
  const { earliestAtMs: until } = hoursOfPoll(poll, rotas, nowMs);
  if (until <= poll.closesAtMs) return end(poll, nowMs);
  const reason = pollNoticeText.hoursShort;
  const extension = { fromAtMs: poll.closesAtMs, untilAtMs: until, reason, by: null, atMs: nowMs };
  // Overtaken by an officer: the next run looks at what it is then.
  if (!(await polls.extend(poll, extension, gapSince(poll.closesAtMs, nowMs)))) return;
  const told = { fromAtMs: poll.closesAtMs, reason };
  await tellPollExtended({ ...poll, closesAtMs: until }, told, callOf(poll, nowMs));
  await polls.noteLook(poll._id, nextLookAtMs(nowMs, until), null);
}

/** A run that was cut off may have put the end off and told nobody. */
async function tellAgain(poll: PollDocument, look: PollLookDocument, nowMs: number): Promise<void> {
  const last = poll.extensions.at(-1);
  if (last === undefined || last.by !== null || last.atMs < (look.lookedAtMs ?? 0)) return;
  await tellPollExtended(poll, last, callOf(poll, nowMs));
}

/** Never fewer than before: a box with fewer is an older one, which is said when it is counted. */
async function note(poll: PollDocument, look: PollLookDocument, nowMs: number): Promise<void> {
  const next = nextLookAtMs(nowMs, poll.closesAtMs);
  if (!isHourly(look.nextAtMs)) return polls.noteLook(poll._id, next, null);
  const [box, last] = [openBox(poll), lookOf(look)];
  if (box === null || last === null) return polls.noteLook(poll._id, next, null);
  const ballots = Math.max(last.ballots, box.counts.ballots);
  const counted = countsAt(look.nextAtMs, nowMs) ? { ballots, atMs: nowMs } : null;
  await polls.noteLook(poll._id, next, counted);
  // Whoever compares two copies of the database is not to see whether anybody voted in this hour.
  await polls.writeBox(poll._id, poll.box.version, resealed(poll, box));
}

async function end({ _id }: PollDocument, nowMs: number): Promise<void> {
  const closed = await closeAndCount(_id, null, nowMs);
  // Put off by an officer in this very moment: the next run looks at it.
  if (closed?.state === 'open') return;
  if (closed?.state === 'closed') await tellOfEnd(closed, nowMs);
  await polls.dropLook(_id);
}

/** Nobody has to look at it; one that was opened a moment ago may not be written yet. */
async function leave(
  poll: PollDocument | null,
  look: PollLookDocument,
  nowMs: number,
): Promise<void> {
  if (poll?.state === 'closed') await tellOfEnd(poll, nowMs);
  if (poll?.state === 'cancelled') await noteCancelled(poll, nowMs);
  if (poll === null && look.lookedAtMs === null) {
    return polls.noteLook(look._id, nextLookAtMs(nowMs, nowMs), { ballots: 0, atMs: nowMs });
  }
  await polls.dropLook(look._id);
}

async function tellOfEnd(poll: PollDocument, nowMs: number): Promise<void> {
  await noteClosed(poll, nowMs);
  await tellPollClosed(poll, callOf(poll, nowMs));
}

const callOf = ({ _id, openedBy }: PollDocument, nowMs: number) => {
  return { by: openedBy, requestId: _id, nowMs };
};
