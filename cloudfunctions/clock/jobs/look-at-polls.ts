import { performance } from 'node:perf_hooks';
import { countsAt, isHourly, nextLookAtMs } from '../../../domain/star/ballot/turnout-look';
import { logUnfit } from '../../_kit/log';
import { announceOpened } from '../../_deliver/announce-opened';
import { tellOfCancelled, tellOfClosed } from '../../_deliver/tell-of-ended-poll';
import { tellPollExtended } from '../../_deliver/tell-of-poll';
import { pollNoticeText } from '../../_deliver/poll-notices.text';
import { UnfitDocument } from '../../_store/document-kind';
import { readRotas, type Rotas } from '../../_store/people/organisation';
import { openBox, resealed } from '../../_store/star/ballot-box';
import { closeAndCount } from '../../_store/star/count-poll';
import { gapSince, hoursOfPoll } from '../../_store/star/poll-hours';
import type { PollDocument } from '../../_store/star/poll-document';
import { lookOf, polls, type PollLookDocument } from '../../_store/star/polls';
import type { Job } from '../job';

const MOST_A_RUN = 50;

/**
 * Of every open poll: completes whatever was done to it and cut off; notes at each full hour how many ballots
 * are in it, sealed and whether there are more or not; at its end, closes and counts it, or puts it off where
 * a crew has not had its hours. How many were looked at. docs/rules.md#R-172 to R-174, docs/rules.md#R-358
 */
export const lookAtPolls: Job = async ({ nowMs, stopAtMs }) => {
  const [due, ended] = await Promise.all([
    polls.looksDue(nowMs(), MOST_A_RUN),
    polls.ended(nowMs(), MOST_A_RUN),
  ]);
  const rotas = due.length === 0 ? null : await readRotas();
  // One that fails comes first in every run: no other is to wait behind it.
  const failed: unknown[] = [];
  const fail = (error: unknown) => void failed.push(error);
  let count = 0;
  for (const look of due) {
    if (rotas === null || performance.now() >= stopAtMs) break;
    await lookOne(look, rotas, nowMs()).catch(fail);
    count += 1;
  }
  for (const { _id } of ended.filter((poll) => due.every((look) => look._id !== poll._id))) {
    if (performance.now() >= stopAtMs) break;
    await endUnlooked(_id, nowMs()).catch(fail);
    count += 1;
  }
  if (failed.length > 0) throw failed[0];
  return count;
};

/** One that nobody looks at any more. */
async function endUnlooked(pollId: string, nowMs: number): Promise<void> {
  if ((await polls.look(pollId)) === null) await end(pollId, nowMs);
}

/** One that newer functions have opened waits for them, untouched, and keeps no other from its end. */
async function lookOne(
  look: PollLookDocument,
  rotas: Pick<Rotas, 'roster'>,
  nowMs: number,
): Promise<void> {
  try {
    const poll = await polls.byId(look._id);
    if (poll === null) await miss(look, nowMs);
    else if (poll.state === 'open') await lookAt(poll, look, rotas, nowMs);
    else await tellOfEnd(poll, nowMs);
  } catch (error) {
    if (!(error instanceof UnfitDocument)) throw error;
    logUnfit(error);
    await polls.noteLook(look._id, nextLookAtMs(nowMs, nowMs), null);
  }
}

/** One that was opened a moment ago may not be written yet; an hour later nobody has to look at it. */
async function miss({ _id, missedAtMs }: PollLookDocument, nowMs: number): Promise<void> {
  if (missedAtMs === undefined) await polls.noteMissed(_id, nextLookAtMs(nowMs, nowMs), nowMs);
  else await polls.dropMissed(_id, missedAtMs);
}

async function lookAt(
  poll: PollDocument,
  look: PollLookDocument,
  rotas: Pick<Rotas, 'roster'>,
  nowMs: number,
): Promise<void> {
  const call = callOf(poll, poll.openedBy, nowMs);
  // Whoever opened it may have been cut off, and never have asked again.
  if (look.toldEndAtMs === undefined && (await announceOpened(poll, call)) !== null) return;
  if (nowMs < poll.closesAtMs) {
    if (look.toldEndAtMs !== undefined) await tellNewEnd(poll, look.toldEndAtMs, nowMs);
    return note(poll, look, nowMs);
  }
  const { earliestAtMs: until } = hoursOfPoll(poll, rotas, nowMs);
  // Also where the longest that a crew is waited for is over: nobody could vote until then.
  if (until <= Math.max(poll.closesAtMs, nowMs)) return end(poll._id, nowMs);
  const reason = pollNoticeText.hoursShort;
  const extension = { fromAtMs: poll.closesAtMs, untilAtMs: until, reason, by: null, atMs: nowMs };
  // Overtaken by an officer: the next run looks at what it is then.
  if (!(await polls.extend(poll, extension, gapSince(poll.closesAtMs, nowMs)))) return;
  const told = { fromAtMs: poll.closesAtMs, reason };
  await tellPollExtended({ ...poll, closesAtMs: until }, told, call);
  await polls.noteLook(poll._id, nextLookAtMs(nowMs, until), null, until);
}

/** Whoever put the end off, the clock or an officer, may have been cut off and have told nobody. */
async function tellNewEnd(poll: PollDocument, toldEndAtMs: number, nowMs: number): Promise<void> {
  const last = poll.extensions.at(-1);
  if (last === undefined || toldEndAtMs === poll.closesAtMs) return;
  await tellPollExtended(poll, last, callOf(poll, last.by ?? poll.openedBy, nowMs));
}

/** Never fewer than before: a box with fewer is an older one, which is said when it is counted. */
async function note(poll: PollDocument, look: PollLookDocument, nowMs: number): Promise<void> {
  const next = nextLookAtMs(nowMs, poll.closesAtMs);
  if (!isHourly(look.nextAtMs)) return polls.noteLook(poll._id, next, null, poll.closesAtMs);
  const [box, last] = [openBox(poll), lookOf(look)];
  if (box === null || last === null) {
    return polls.noteLook(poll._id, next, null, poll.closesAtMs);
  }
  const ballots = Math.max(last.ballots, box.counts.ballots);
  const counted = countsAt(look.nextAtMs, nowMs) ? { ballots, atMs: nowMs } : null;
  await polls.noteLook(poll._id, next, counted, poll.closesAtMs);
  // Whoever compares two copies of the database is not to see whether anybody voted in this hour.
  await polls.writeBox(poll._id, poll.box.version, resealed(poll, box));
}

async function end(pollId: string, nowMs: number): Promise<void> {
  const closed = await closeAndCount(pollId, null, nowMs);
  // Still open: put off by an officer in this very moment, the next run looks at it.
  if (closed !== null) await tellOfEnd(closed, nowMs);
}

/** Also of what an officer did who was cut off. */
async function tellOfEnd(poll: PollDocument, nowMs: number): Promise<void> {
  const { state, closed, cancelled, openedBy } = poll;
  if (state === 'closed') await tellOfClosed(poll, callOf(poll, closed?.by ?? openedBy, nowMs));
  if (state === 'cancelled') {
    await tellOfCancelled(poll, callOf(poll, cancelled?.by ?? openedBy, nowMs));
  }
}

const callOf = ({ _id }: PollDocument, by: PollDocument['openedBy'], nowMs: number) => {
  return { by, requestId: _id, nowMs };
};
