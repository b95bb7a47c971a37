import { createHmac } from 'node:crypto';
import { lotOrderOf } from '../../../domain/star/ballot/lot';
import { tally, type PollResult } from '../../../domain/star/ballot/tally';
import { isBound, wasBoundAfter, type Member } from '../people/member-document';
import { members } from '../people/members';
import { untilNotOvertaken } from '../retry';
import { openBox } from './ballot-box';
import { lookOf, polls, type PollLookDocument } from './polls';
import type { PollDocument } from './poll-document';

/** What its box comes to. docs/rules.md#R-175 to R-179 */
function resultOf(poll: PollDocument, look: PollLookDocument | null, able: number): PollResult {
  const { candidates, rules, roll, lotSeed } = poll;
  const box = openBox(poll);
  const standing = candidates.map(({ memberId, withdrawn, serviceDay }) => {
    return { candidateId: memberId, isWithdrawn: withdrawn !== null, serviceDay };
  });
  const ids = standing.map(({ candidateId }) => candidateId);
  const seen = look === null ? null : lookOf(look);
  return tally(
    {
      entitled: roll.length,
      able,
      rules,
      candidates: standing,
      lotOrder: lotOrderOf(mac, lotSeed, ids),
    },
    {
      counts: seen === null ? null : (box?.counts ?? null),
      voters: box?.voters.length ?? 0,
      seenBefore: seen?.ballots ?? 0,
    },
  );
}

/**
 * Closes an open poll and counts it, with every ballot that was cast before; the poll as it is then,
 * also where it was over already, or null where there is none. Whether it may be closed is the caller's
 * business, but where its time was over (`by` null) it stays open when it was put off meanwhile. Four
 * requests, and three again for each ballot or change that comes in between.
 */
export async function closeAndCount(
  pollId: string,
  by: NonNullable<PollDocument['closed']>['by'],
  nowMs: number,
): Promise<PollDocument | null> {
  const look = await polls.look(pollId);
  return untilNotOvertaken(`poll ${pollId}`, async () => {
    const poll = await polls.byId(pollId);
    if (poll?.state !== 'open' || (by === null && nowMs < poll.closesAtMs)) return poll;
    const endMs = Math.min(nowMs, poll.closesAtMs);
    const onRoll = await members.byIds(poll.roll);
    const result = resultOf(poll, look, onRoll.filter((member) => couldVote(member, endMs)).length);
    const closed = { by, atMs: nowMs };
    // Of accounts, and never of votes: it is the same whoever has voted.
    const boundWhileOpen = onRoll.filter((each) => wasBoundAfter(each, poll.openedAtMs)).length;
    if (!(await polls.close(poll, closed, result, boundWhileOpen))) return undefined;
    return { ...poll, state: 'closed' as const, closed, result, boundWhileOpen };
  });
}

/** At the end: not who was bound since. Nobody can know whether who has left, or is bound no more, had voted before. docs/rules.md#R-320 */
const couldVote = (member: Member, endMs: number): boolean =>
  member.leftDay === null && isBound(member) && (member.boundAtMs ?? 0) <= endMs;

const mac = (secret: string, text: string): string =>
  createHmac('sha256', secret).update(text).digest('hex');
