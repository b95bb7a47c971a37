import { PRESENTERS, holdsOneOf } from '../../contract/roles';
import { whomToRing, type OnCall } from '../../domain/content/suggestion/whom-to-ring';
import { timelineOf } from '../../domain/shift/timeline';
import type { SuggestionDocument } from '../_store/content/suggestion-document';
import type { Member } from '../_store/people/member-document';
import { members } from '../_store/people/members';
import type { Organisation } from '../_store/people/organisation';
import { whoCanBeRung } from './who-can-be-rung';

type Called = Required<Pick<SuggestionDocument, 'rang' | 'notRung'>>;

/**
 * Whom an urgent hazard of `ownerId` rings, of the branch's people; where nobody of them can be rung,
 * of the committee office. Of those `before`, who were called already, nobody.
 * docs/rules.md#R-215, docs/rules.md#R-330
 */
export async function whomItRings(
  ownerId: string,
  ofBranch: readonly Member[],
  organisation: Pick<Organisation, 'scheduleOf'>,
  nowMs: number,
  before: ReadonlySet<string> = new Set(),
): Promise<Called> {
  const others = (people: readonly Member[]) =>
    people.filter(({ _id }) => _id !== ownerId && !before.has(_id));
  const onCall = others(ofBranch).filter(({ roles }) => holdsOneOf(roles, PRESENTERS));
  const there = await asOnCall(onCall, organisation, nowMs);
  const called = whomToRing(there, []);
  if (called.rung.length > 0) return named(called, onCall);
  const office = others(await members.ofOffice());
  const beside = await asOnCall(office, organisation, nowMs);
  return named(whomToRing(there, beside), [...onCall, ...office]);
}

async function asOnCall(
  people: readonly Member[],
  organisation: Pick<Organisation, 'scheduleOf'>,
  nowMs: number,
): Promise<readonly OnCall[]> {
  const now = { startAtMs: nowMs, endAtMs: nowMs + 1 };
  const canRing = await whoCanBeRung('hazard-urgent', people, organisation, nowMs);
  return people.map((member) => ({
    memberId: member._id,
    isSecretary: member.roles.includes('secretary'),
    isOnDuty: timelineOf(organisation.scheduleOf(member), now).some(
      ({ state }) => state === 'on-duty',
    ),
    canRing: canRing.has(member._id),
  }));
}

function named(
  { rung, notRung }: ReturnType<typeof whomToRing>,
  people: readonly Member[],
): Called {
  const nameOf = new Map(people.map(({ _id, name }) => [_id, name]));
  const withName = (memberId: string) => ({ memberId, name: nameOf.get(memberId) ?? '' });
  return { rang: rung.map(withName), notRung: notRung.map(withName) };
}
