import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  type BinaryLike,
} from 'node:crypto';
import {
  noBallots,
  withBallot,
  type BallotCounts,
} from '../../../domain/star/ballot/ballot-counts';
import { ballotSecret } from '../../_kit/ballot-secret';
import type { BallotBox, PollDocument } from './poll-document';

/** What the sums are of, and all that decides what they come to and when: sealed with them, so that changing any of it is found out. */
type BoxOf = Pick<
  PollDocument,
  | '_id'
  | 'branchId'
  | 'month'
  | 'round'
  | 'candidates'
  | 'rules'
  | 'lotSeed'
  | 'crewIds'
  | 'roll'
  | 'sealVersion'
  | 'openedAtMs'
  | 'closesAtMs'
  | 'gaps'
>;
type Poll = BoxOf & Pick<PollDocument, 'box'>;

/** A box that has been opened in memory. */
export interface OpenBox {
  readonly counts: BallotCounts;
  /** Of the roll, in its order. */
  readonly voters: readonly string[];
}

const VERSION_BYTES = 12;
const MARK_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const COUNTER_BYTES = 4;

/** A box that nobody has voted into. */
export const emptyBox = (poll: BoxOf): BallotBox =>
  sealed(poll, { counts: noBallots(poll.candidates.length), voters: [] });

/** What is in it; null where it, or what was sealed with it, is not as it was left, or the key is another. */
export function openBox(poll: Poll): OpenBox | null {
  const { box } = poll;
  const plain = opened(keyOf(poll._id, 'seal'), sealedWith(poll, box), box.seal);
  if (plain === null || plain.length !== (poll.candidates.length + 2) * COUNTER_BYTES) return null;
  const [ballots = 0, blank = 0, ...votes] = countersOf(plain);
  const marks = new Set(box.marks);
  const markOf = marker(poll._id, box.version);
  return {
    counts: { ballots, blank, votes },
    voters: poll.roll.filter((id) => marks.has(markOf(id))),
  };
}

/** Whether this person's ballot is in it. */
export const hasVoted = ({ _id, box }: Pick<Poll, '_id' | 'box'>, memberId: string): boolean =>
  box.marks.includes(marker(_id, box.version)(memberId));

/** The box with one ballot more; everything in it is written anew. */
export function withBallotOf(
  poll: BoxOf,
  { counts, voters }: OpenBox,
  memberId: string,
  places: readonly number[],
): BallotBox {
  return sealed(poll, { counts: withBallot(counts, places), voters: [...voters, memberId] });
}

/** The same ballots written anew, so that a change of the box does not tell of a ballot. */
export const resealed = (poll: BoxOf, box: OpenBox): BallotBox => sealed(poll, box);

/**
 * The box of a poll of which something changes that is sealed with it: the same ballots, sealed with what
 * holds from now on. One that does not open stays as it was found: nothing is sealed over.
 */
export function boxUnder(changed: BoxOf, poll: Poll): BallotBox {
  const box = openBox(poll);
  return box === null ? poll.box : resealed(changed, box);
}

/** What was counted at a look, sealed for the poll and the instant. */
export function sealLook(pollId: string, atMs: number, ballots: number): string {
  return closed(keyOf(pollId, 'look'), lookAt(pollId, atMs), counters([ballots]));
}

/** As openBox, of a look. */
export function openLook(pollId: string, atMs: number, seal: string): number | null {
  const plain = opened(keyOf(pollId, 'look'), lookAt(pollId, atMs), seal);
  return plain === null ? null : (countersOf(plain)[0] ?? null);
}

function sealed(poll: BoxOf, { counts, voters }: OpenBox): BallotBox {
  const version = randomBytes(VERSION_BYTES).toString('hex');
  const markOf = marker(poll._id, version);
  const others = Array.from({ length: poll.roll.length - voters.length }, () =>
    randomBytes(MARK_BYTES).toString('hex'),
  );
  const marks = [...voters.map(markOf), ...others].sort();
  const { ballots, blank, votes } = counts;
  const plain = counters([ballots, blank, ...votes]);
  const seal = closed(keyOf(poll._id, 'seal'), sealedWith(poll, { version, marks }), plain);
  return { version, marks, seal };
}

/**
 * All that must not change beside the sums: which poll it is, which writing, its marks, its roll, who
 * stands, by which rules it is decided, and when it may be. A poll that was opened before the version
 * keeps the shorter one until its end.
 */
function sealedWith(poll: BoxOf, { version, marks }: Pick<BallotBox, 'version' | 'marks'>): string {
  const { _id, roll, candidates, rules, sealVersion } = poll;
  const { choice, electedBy, tie, awakeMinutes, leastShown, turnout, belowLeast } = rules;
  if (sealVersion === undefined) {
    const list = candidates.map(({ memberId }) => memberId);
    return JSON.stringify([_id, version, marks, roll, list, choice.kind, choice.names]);
  }
  const { branchId, month, round, lotSeed, crewIds, openedAtMs, closesAtMs, gaps } = poll;
  const list = candidates.map(({ memberId, name, serviceDay, withdrawn }) => {
    return [memberId, name, serviceDay, withdrawn !== null];
  });
  return JSON.stringify([
    sealVersion,
    [_id, branchId, month, round, version, marks, roll, list],
    // The last two are absent of polls of before there were such, whose seals have to open.
    [
      choice.kind,
      choice.names,
      electedBy,
      tie,
      awakeMinutes,
      leastShown,
      lotSeed,
      ...(turnout === undefined ? [] : [turnout]),
      ...(belowLeast === undefined ? [] : [belowLeast]),
    ],
    [crewIds, openedAtMs, closesAtMs, gaps.map(({ startAtMs, endAtMs }) => [startAtMs, endAtMs])],
  ]);
}

const lookAt = (pollId: string, atMs: number): string => JSON.stringify([pollId, atMs]);

/** The mark of a person in one writing of a box: in the next one it is another. */
function marker(pollId: string, version: string): (memberId: string) => string {
  const key = keyOf(pollId, 'mark');
  return (memberId) =>
    createHmac('sha256', key)
      .update(JSON.stringify([version, memberId]))
      .digest('hex')
      .slice(0, MARK_BYTES * 2);
}

function keyOf(pollId: string, use: 'seal' | 'mark' | 'look'): Buffer {
  return Buffer.from(hkdfSync('sha256', ballotSecret(), pollId, `qingfeng ballot ${use}`, 32));
}

/** AES-256-GCM under a random nonce: `nonce ‖ tag ‖ text`, in base64. */
function closed(key: Buffer, beside: string, plain: BinaryLike & Buffer): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(beside));
  const text = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

function opened(key: Buffer, beside: string, seal: string): Buffer | null {
  const bytes = Buffer.from(seal, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return null;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
    .setAAD(Buffer.from(beside))
    .setAuthTag(tag);
  try {
    const text = decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES));
    return Buffer.concat([text, decipher.final()]);
  } catch {
    // What does not fit its tag is not told apart further.
    return null;
  }
}

function counters(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * COUNTER_BYTES);
  values.forEach((value, at) => bytes.writeUInt32BE(value, at * COUNTER_BYTES));
  return bytes;
}

function countersOf(bytes: Buffer): readonly number[] {
  return Array.from({ length: bytes.length / COUNTER_BYTES }, (_, at) =>
    bytes.readUInt32BE(at * COUNTER_BYTES),
  );
}
