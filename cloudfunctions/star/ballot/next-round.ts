import { LEAST_CANDIDATES } from '../../../domain/star/ballot/poll-rules';
import { leastAbleOfAll, MOST_ENTITLED } from '../../../domain/star/ballot/roll-size';
import { rollOf } from '../../../domain/star/ballot/roll';
import { MOST_POLLS } from '../../../domain/star/star-month';
import { dayOfInstant, type LocalDay } from '../../../domain/time/local-day';
import { crewIdOn, isBound, isEntitled } from '../../_store/people/member-document';
import { members } from '../../_store/people/members';
import { readRotas } from '../../_store/people/organisation';
import {
  struckOffByOther,
  struckOffByOthers,
  type PollCandidate,
  type PollDocument,
} from '../../_store/star/poll-document';
import { MAY_VOTE } from '../../_store/star/poll-in-month';
import { polls } from '../../_store/star/polls';
import { starMonths } from '../../_store/star/star-months';
import type { StarMonthDocument } from '../../_store/star/star-month-document';

type List = NonNullable<StarMonthDocument['list']>;

/** Whether its ballot has left its equals to the committee: then they have no other round. docs/rules.md#R-177 */
const isForCommittee = ({ result }: Pick<PollDocument, 'result'>): boolean =>
  result?.outcome.kind === 'tied' && result.outcome.next === 'committee';

/** Whether another poll can follow this one: it elected nobody, and somebody still stands. docs/rules.md#R-178 */
function canFollow(poll: PollDocument): boolean {
  const { state, result } = poll;
  if (state === 'cancelled') return true;
  const isLeft = state === 'closed' && result !== null && result.nextRound.length > 0;
  return isLeft && !isForCommittee(poll);
}

/** Whether a month takes another round after these, of which the newest is the last. docs/rules.md#R-178 */
export function takesNextRound(
  { state }: Pick<StarMonthDocument, 'state'>,
  rounds: readonly PollDocument[],
): boolean {
  const newest = rounds.at(-1);
  const isLeft = newest !== undefined && canFollow(newest) && rounds.length < MOST_POLLS;
  return isLeft && MAY_VOTE.includes(state);
}

/** Somebody between whom it was, and who is on no ballot any more. docs/rules.md#R-159 */
export interface MissingCandidate {
  readonly name: string;
  readonly why: 'left-branch' | 'withdrew';
}

export interface NextRound {
  readonly round: number;
  /** None only where whoever was struck off can be put back. */
  readonly candidates: readonly PollCandidate[];
  /** Candidates whom somebody else had struck off a poll that went on and was called off. docs/rules.md#R-180 */
  readonly back: readonly PollCandidate[];
  /** Whom somebody else has struck off, which ended the last poll, and who would stand otherwise; null: nobody. docs/rules.md#R-180 */
  readonly struckOff: PollCandidate | null;
  readonly missing: readonly MissingCandidate[];
  readonly list: List;
  /** Of the month. */
  readonly star: StarMonthDocument;
  /** The newest that was counted, or else the one before; null: it is the first. docs/rules.md#R-281 */
  readonly termsFrom: PollDocument | null;
  /** Of all rounds of the month, once the first has drawn it; null: this is the first. docs/rules.md#R-177 */
  readonly lotSeed: string | null;
  readonly roll: readonly string[];
  /** How many of those on the roll are bound to no account. */
  readonly unbound: number;
  /** Of those on the roll, in the order of the roster. */
  readonly crewIds: readonly (string | null)[];
  readonly rotas: Awaited<ReturnType<typeof readRotas>>;
}

type Hindrance =
  | { readonly code: 'no-list'; readonly detail: { readonly state: string } }
  | { readonly code: 'nobody-stands' }
  | { readonly code: 'nobody-entitled' }
  | { readonly code: 'committee-decides' }
  | {
      readonly code: 'too-few-entitled';
      readonly detail: { readonly least: number; readonly unbound: number };
    }
  | {
      readonly code: 'has-poll';
      readonly detail: { readonly pollId: string; readonly state: string };
    }
  | {
      readonly code: 'too-many-entitled' | 'too-many-polls';
      readonly detail: { readonly most: number };
    };

/**
 * What the poll of a month would be if it opened now: the frozen list, or in a later round those between
 * whom the last one left it; of them who still stands and is of the branch. Four requests.
 * @param isRestored whoever was struck off the last one by somebody else stands again
 */
export async function nextRoundOf(
  branchId: string,
  month: string,
  nowMs: number,
  isRestored: boolean,
): Promise<NextRound | Hindrance> {
  const [star, earlier, people, rotas] = await Promise.all([
    starMonths.of(branchId, month),
    polls.ofMonth(branchId, month),
    members.ofBranch(branchId),
    readRotas(),
  ]);
  const last = earlier.at(-1);
  if (last !== undefined && !canFollow(last)) {
    if (isForCommittee(last)) return { code: 'committee-decides' };
    return { code: 'has-poll', detail: { pollId: last._id, state: last.state } };
  }
  if (earlier.length >= MOST_POLLS) return { code: 'too-many-polls', detail: { most: MOST_POLLS } };
  const list = star !== null && MAY_VOTE.includes(star.state) ? star.list : null;
  if (star === null || list === null)
    return { code: 'no-list', detail: { state: star?.state ?? 'not-begun' } };
  const joined = new Map(people.map(({ _id, joinedDay }) => [_id, joinedDay]));
  const wanted =
    last === undefined ? firstCandidates(list, joined) : candidatesAfter(last, isRestored);
  const gone = wanted.map((each) => whyGone(each, list, joined));
  const candidates = wanted.filter((_, at) => gone[at] === null);
  const missing = wanted.flatMap(({ name }, at): MissingCandidate[] => {
    const why = gone[at] ?? null;
    return why === null ? [] : [{ name, why }];
  });
  const ended = last?.state === 'cancelled' ? struckOffByOther(last) : undefined;
  const isLeft =
    ended === undefined || whyGone({ ...ended, withdrawn: null }, list, joined) !== null;
  const struckOff = isLeft ? null : ended;
  // With nobody left who stands it can be opened only by putting back who was struck off.
  if (candidates.length < LEAST_CANDIDATES.toOpen && struckOff === null) {
    return { code: 'nobody-stands' };
  }
  const day = dayOfInstant(nowMs);
  const voters = people.map((member) => ({
    memberId: member._id,
    branchId: member.branchId,
    isEntitled: isEntitled(member),
    leftDay: member.leftDay,
  }));
  const roll = rollOf(voters, branchId, day);
  if (roll.length === 0) return { code: 'nobody-entitled' };
  if (roll.length > MOST_ENTITLED) {
    return { code: 'too-many-entitled', detail: { most: MOST_ENTITLED } };
  }
  const onRoll = people.filter(({ _id }) => roll.includes(_id));
  const unbound = onRoll.filter((member) => !isBound(member)).length;
  const least = leastAbleOfAll(roll.length);
  if (roll.length - unbound < least) {
    return { code: 'too-few-entitled', detail: { least, unbound } };
  }
  const crewsOfRoll = new Set(onRoll.map((member) => crewIdOn(member, day)));
  const crewIds = [...rotas.crews.map(({ crewId }) => crewId), null].filter((crewId) =>
    crewsOfRoll.has(crewId),
  );
  const round = (last?.round ?? 0) + 1;
  const before = last?.state === 'cancelled' ? struckOffByOthers(last) : [];
  const back = candidates.filter(({ memberId }) => before.includes(memberId));
  const counted = earlier.filter(({ state }) => state === 'closed').at(-1);
  const termsFrom = counted ?? last ?? null;
  const who = { candidates, back, struckOff, missing, roll, unbound, crewIds };
  const lotSeed = earlier[0]?.lotSeed ?? null;
  return { round, ...who, list, star, termsFrom, lotSeed, rotas };
}

/** As the list has them; whoever joined the branch earlier has served longer. docs/rules.md#R-177 */
function firstCandidates(
  list: List,
  joined: ReadonlyMap<string, LocalDay>,
): readonly PollCandidate[] {
  return list.candidates.map(({ memberId, name, crewName }) => {
    return {
      memberId,
      name,
      crewName,
      serviceDay: joined.get(memberId) ?? null,
      withdrawn: null,
    };
  });
}

/**
 * Those between whom it was left, and whoever was struck off it, in the order of its list. Of one that was
 * called off all but who took themselves off it, and whose striking off has ended it. docs/rules.md#R-180
 */
function candidatesAfter(last: PollDocument, isRestored: boolean): readonly PollCandidate[] {
  const { candidates, result } = last;
  if (result === null) {
    const ended = isRestored ? struckOffByOther(last) : undefined;
    const again = [...struckOffByOthers(last), ...(ended === undefined ? [] : [ended.memberId])];
    return candidates.map((each) =>
      again.includes(each.memberId) ? { ...each, withdrawn: null } : each,
    );
  }
  return candidates.filter(
    ({ memberId, withdrawn }) => withdrawn !== null || result.nextRound.includes(memberId),
  );
}

/** Why somebody is put on no ballot, by the list and the branch as they are now; null: they stand. */
function whyGone(
  { memberId, withdrawn }: PollCandidate,
  list: List,
  ofBranch: ReadonlyMap<string, unknown>,
): MissingCandidate['why'] | null {
  const isListed = list.candidates.some((each) => each.memberId === memberId);
  if (withdrawn !== null || !isListed) return 'withdrew';
  return ofBranch.has(memberId) ? null : 'left-branch';
}
