import type { NextBetweenEquals } from '../../../domain/star/after-vote';
import type { PollDocument } from './poll-document';
import { polls } from './polls';
import type { StarMonthDocument } from './star-month-document';
import { starMonths } from './star-months';

type StarResult = NonNullable<StarMonthDocument['result']>;
type Poll = Pick<PollDocument, '_id' | 'branchId' | 'month'>;

/** Where a month must have come to; once it is decided it takes no poll. docs/rules.md#R-163 */
export const MAY_VOTE: readonly StarMonthDocument['state'][] = ['listed', 'voting', 'counted'];

/** Why a month takes no such poll, and what it has come to. */
export interface OpeningRefused {
  readonly code: 'too-late' | 'list-changed';
  readonly state: StarMonthDocument['state'];
}

/**
 * The month says that this poll is open. Repeated, it says so once. Gives the state of a month that takes
 * no such poll, and stays as it is: it is decided, or somebody has left the list since the poll was made;
 * null: it is noted.
 */
export async function noteOpened(
  { _id, branchId, month, candidates }: Poll & Pick<PollDocument, 'candidates'>,
  nowMs: number,
): Promise<OpeningRefused | null> {
  const done = await starMonths.change<'noted' | 'too-late' | 'list-changed'>(
    branchId,
    month,
    ({ pollIds, state, list }) => {
      if (pollIds.includes(_id)) return 'noted';
      if (!MAY_VOTE.includes(state)) return 'too-late';
      const listed = new Set(list?.candidates.map(({ memberId }) => memberId));
      const isAsMade = candidates.every(({ memberId }) => listed.has(memberId));
      return isAsMade ? { state: 'voting', pollIds: [...pollIds, _id] } : 'list-changed';
    },
    nowMs,
  );
  if (done.kind !== 'refused' || done.code === 'noted') return null;
  return { code: done.code, state: done.month.state };
}

/** The month says what its newest poll has come to. Repeated, it says so once. */
export async function noteClosed(poll: PollDocument, nowMs: number): Promise<void> {
  const { _id, branchId, month, closed, result } = poll;
  if (closed === null || result === null) return;
  const counted: StarResult = { pollId: _id, closedAtMs: closed.atMs, ...outcomeOf(result) };
  await starMonths.change(
    branchId,
    month,
    (now) =>
      now.state === 'voting' && now.pollIds.at(-1) === _id
        ? { state: 'counted', result: counted }
        : 'noted',
    nowMs,
  );
}

/**
 * The month is where it was before this poll: at what was counted last, or at its list. Repeated, it says so
 * once. Whether the month has ever had it: of an opening that was refused nobody has heard. docs/rules.md#R-173
 */
export async function noteCancelled(
  { _id, branchId, month }: Poll,
  nowMs: number,
): Promise<boolean> {
  const done = await starMonths.change(
    branchId,
    month,
    (now) =>
      now.state === 'voting' && now.pollIds.at(-1) === _id
        ? { state: now.result === null ? 'listed' : 'counted' }
        : 'noted',
    nowMs,
  );
  return done.kind !== 'missing' && done.month.pollIds.includes(_id);
}

/** Whether the newest poll of a month was called off: it is neither open nor what was counted. */
export const wasCalledOff = ({
  state,
  pollIds,
  result,
}: Pick<StarMonthDocument, 'state' | 'pollIds' | 'result'>): boolean =>
  state !== 'voting' && pollIds.at(-1) !== result?.pollId;

/** What the ballot of a month has promised between its equals; null: nobody is equal. docs/rules.md#R-177 */
export async function nextBetweenEquals(
  result: StarResult | null,
): Promise<NextBetweenEquals | null> {
  if (result?.outcome !== 'tied') return null;
  if (result.next !== undefined) return result.next;
  const outcome = (await polls.byId(result.pollId))?.result?.outcome;
  return outcome?.kind === 'tied' ? outcome.next : 'committee';
}

function outcomeOf({
  outcome,
}: NonNullable<PollDocument['result']>): Pick<StarResult, 'outcome' | 'memberIds' | 'next'> {
  switch (outcome.kind) {
    case 'elected':
      return { outcome: 'chosen', memberIds: [outcome.candidateId] };
    case 'tied':
      return { outcome: 'tied', memberIds: [...outcome.candidateIds], next: outcome.next };
    case 'nobody-elected':
    case 'too-few-ballots':
    case 'nobody-stands':
    case 'not-counted':
      return { outcome: 'not-valid', memberIds: [] };
  }
}
